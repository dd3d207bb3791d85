#!/bin/sh
# What Windows and its users see of a program before it starts: the DLLs it needs, manifest, icon, version; and that no path of the
# machine that built it is inside.
# Usage: program_test.sh VERSION SOURCE LIBRARIES PROGRAM...
set -eu
version=$1
source=$2
libraries=$3
shift 3
faults=0
fault()
{
    faults=$((faults + 1))
    printf 'FAULT: %s\n' "$*"
}

# What every Windows has. No Winsock and no WinHTTP among them: the programs have no network.
own=' ADVAPI32 COMCTL32 COMDLG32 GDI32 GDIPLUS KERNEL32 MSIMG32 MSVCRT OLE32 OLEACC OLEAUT32 RPCRT4 SHELL32 SHLWAPI USER32 UXTHEME VERSION WINMM WINSPOOL '

for program in "$@"; do
    name=$(basename "$program")
    needed=$(x86_64-w64-mingw32-objdump -p "$program" | sed -n 's/.*DLL Name: //p' | sed 's/\.[^.]*$//' | tr '[:lower:]' '[:upper:]')
    [ -n "$needed" ] || fault "$name: no DLL is named, not even the system's own"
    for dll in $needed; do
        case $own in
            *" $dll "*) ;;
            *) fault "$name needs $dll, which does not come with Windows, or is for networks" ;;
        esac
    done
    # ASLR, high-entropy ASLR and no execution of data
    x86_64-w64-mingw32-objdump -p "$program" | grep -q '^DllCharacteristics.*0160' || fault "$name is not hardened"

    [ "$(wrestool -l --type=24 "$program" | wc -l)" -eq 1 ] || fault "$name does not have exactly one manifest"
    manifest=$(wrestool -x --raw --type=24 "$program")
    for word in Microsoft.Windows.Common-Controls PerMonitorV2 '<longPathAware' 'UTF-8</activeCodePage>' 'level="asInvoker"' "version=\"$version.0\""; do
        case $manifest in
            *"$word"*) ;;
            *) fault "$name: the manifest does not say $word" ;;
        esac
    done
    [ "$(wrestool -l --type=14 "$program" | head -n 1 | grep -c "name='*APPICON" || true)" -eq 1 ] ||
        fault "$name: the first icon, which Explorer shows, is not ours"
    wrestool -x --raw --type=16 "$program" | strings -el >"$name.version"
    for word in "Federation Adviser" "$version" "$name"; do
        grep -qxF "$word" "$name.version" || fault "$name: the version resource does not say $word"
    done
    rm -f "$name.version"
    for path in "$source" "$libraries" "$HOME/"; do
        if { strings -a "$program"; strings -a -el "$program"; } | grep -F "$path" | head -n 3 | grep .; then
            fault "$name: paths of this machine are inside"
        fi
    done
done
[ "$faults" -eq 0 ] && echo "Programs are as they should be: $*"
