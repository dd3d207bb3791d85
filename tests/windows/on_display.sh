# For the tests that drive windows: a display, a window manager and a Windows of their own, which go when the test ends.
# To be read by bash (`source`). Leaves $work, and functions for windows; $shots takes pictures.
# shellcheck shell=bash disable=SC2034,SC2154

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
wine=$(realpath "$here/../../installer/windows/wine.sh")
work=$(mktemp -d "${TMPDIR:-/tmp}/fedadvise windows.XXXXXX")
export HOME=$work/home FEDADVISE_WINE=$work/windows LC_ALL=C.UTF-8 LANG=C.UTF-8
unset FEDADVISE_HOME FEDADVISE_RULES XDG_CACHE_HOME
mkdir -p "$HOME"
started=()

finish()
{
    WINEPREFIX=$FEDADVISE_WINE wineserver -k 2>/dev/null || true
    for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
    rm -rf "$work"
}
trap finish EXIT

fail()
{
    printf 'FAULT: %s\n' "$*" >&2
    shot fault
    exit 1
}

step() { printf '[%3d s] %s\n' "$SECONDS" "$*"; }

Xvfb -displayfd 3 -screen 0 1366x768x24 -noreset -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
started+=($!)
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY
openbox >/dev/null 2>&1 &
started+=($!)

# shot NAME: a picture of the screen, where pictures are wanted
shot() { [ -z "${shots:-}" ] || import -window root "$shots/$1.png" || true; }

# run_program PROGRAM [ARGUMENT...]: in the background
run_program()
{
    "$wine" "$@" >/dev/null 2>&1 &
    started+=($!)
}

# window PATTERN [SECONDS]: prints the window whose title matches, once it is there
window()
{
    local until=$((SECONDS + ${2:-60})) found
    while [ "$SECONDS" -lt "$until" ]; do
        found=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1 || true)
        if [ -n "$found" ]; then
            xdotool windowactivate --sync "$found" 2>/dev/null || true
            echo "$found"
            return 0
        fi
        sleep 0.3
    done
    return 1
}

# gone PATTERN [SECONDS]: waits until no window has such a title
gone()
{
    local until=$((SECONDS + ${2:-30}))
    while xdotool search --onlyvisible --name "$1" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$until" ] || return 1
        sleep 0.3
    done
}

# end_program: by Alt and F4, which may come too early for a window that has only just appeared. A question that waits for an answer
# stays, so a program that asks does not end.
end_program()
{
    local attempt
    for attempt in 1 2 3; do
        sleep "$attempt"
        window 'Federation Adviser$' 1 >/dev/null || true
        xdotool key alt+F4
        if gone 'Federation Adviser$' 10; then return 0; fi
    done
    return 1
}

# press KEY...: with time for what follows from each
press()
{
    for key in "$@"; do
        xdotool key "$key"
        sleep "${pause:-0.7}"
    done
}

# holds PLACE PATTERN [SECONDS]: waits until the file, or one in the folder, says so
holds()
{
    local until=$((SECONDS + ${3:-20}))
    until grep -rqs -- "$2" "$1"; do
        [ "$SECONDS" -lt "$until" ] || return 1
        sleep 0.3
    done
}

"$wine" cmd /c exit # makes the Windows
appdata=$FEDADVISE_WINE/drive_c/users/$(id -un)/AppData
# shellcheck disable=SC1003  # the backslash is meant
windows_path() { printf "Z:%s" "$1" | tr / '\\'; }
