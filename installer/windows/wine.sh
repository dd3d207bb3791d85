#!/bin/sh
# Runs a Windows program under Wine: wine.sh PROGRAM [ARGUMENT...]
# Its Windows is a folder of its own, made when it is missing: FEDADVISE_WINE, or ~/.cache/federation-adviser/wine. Nothing of the
# user's own Wine is touched.
set -eu
: "${FEDADVISE_WINE:=${XDG_CACHE_HOME:-$HOME/.cache}/federation-adviser/wine}"
export WINEPREFIX="$FEDADVISE_WINE"
export WINEDEBUG="${WINEDEBUG:--all}"
# No questions about Mono and Gecko, no entries in the desktop's menus
export WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe='

wine=/usr/lib/wine/wine64 # the one that does not speak of 32-bit programs
[ -x "$wine" ] || wine=wine

if [ ! -e "$WINEPREFIX/made" ]; then
    mkdir -p "$WINEPREFIX"
    exec 9>"$WINEPREFIX.lock"
    flock 9 # tests start side by side
    if [ ! -e "$WINEPREFIX/made" ]; then
        # The standard streams of a background program would keep a caller waiting who reads them
        DISPLAY='' wineboot -i >/dev/null 2>&1 9>&-
        DISPLAY='' "$wine" winecfg -v win10 >/dev/null 2>&1 9>&-
        DISPLAY='' "$wine" regedit /S "Z:$(dirname "$(realpath "$0")")/wine-fonts.reg" >/dev/null 2>&1 9>&-
        wineserver -w
        touch "$WINEPREFIX/made"
    fi
    exec 9>&-
fi
exec "$wine" "$@"
