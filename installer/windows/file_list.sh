#!/bin/sh
# file_list.sh STAGE: prints NSIS macros that install exactly what lies in STAGE, and remove exactly that.
# shellcheck disable=SC1003,SC2016  # variables of NSIS; the backslash is meant
set -eu
cd "$1"
backslashes() { tr / '\\'; }
echo '!macro InstallFiles'
find . -type d | LC_ALL=C sort | while read -r folder; do
    printf '  SetOutPath "$INSTDIR%s"\n' "$(printf %s "${folder#.}" | backslashes)"
    find "$folder" -maxdepth 1 -type f | LC_ALL=C sort | sed 's,^\./\(.*\),  File "${STAGE}/\1",'
done
echo '!macroend'
echo '!macro RemoveFiles'
find . -type f | LC_ALL=C sort | sed 's,^\./,,' | backslashes | sed 's,.*,  Delete "$INSTDIR\\&",'
find . -mindepth 1 -depth -type d | LC_ALL=C sort -r | sed 's,^\./,,' | backslashes | sed 's,.*,  RMDir "$INSTDIR\\&",'
echo '!macroend'
