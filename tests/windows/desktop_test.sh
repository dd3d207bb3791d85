#!/usr/bin/env bash
# The desktop program under Wine, driven by keyboard through an interview: a new group, answers, saving through the system's own dialog,
# closing, opening again, the result, once more at 150 %.
# Usage: desktop_test.sh PROGRAM FEDADVISE [FOLDER FOR PICTURES]
set -euo pipefail
program=$(realpath "$1")
fedadvise=$(realpath "$2")
shots=${3:+$(realpath "$3")}
# shellcheck source=tests/windows/on_display.sh
source "$(dirname "${BASH_SOURCE[0]}")/on_display.sh"

mkdir -p "$work/cases with blanks"
case=$work/cases\ with\ blanks/three\ rivers.fedcase

step "a new group"
run_program "$program"
window '^Federation Adviser$' 120 >/dev/null || fail "the start page does not come"
sleep 2
shot start
press alt+n
# The name of the group has the focus
sleep 3
xdotool type --delay 60 'Three Rivers'
press Tab
window '^Three Rivers\*.*Federation Adviser$' 30 >/dev/null || window 'Three Rivers' 30 >/dev/null || fail "the group has no name: typing does not reach it"
shot practices

step "answers, by keyboard alone"
press alt+c # to the motives
sleep 3
press space Tab Tab Tab Tab # the first choice of the first question
xdotool type --delay 60 ' '
sleep 1
shot motives
press alt+b
sleep 2

step "saving through the system's dialog"
press ctrl+s
window 'Save' 30 >/dev/null || fail "the dialog for saving does not come"
shot save
sleep 1
press ctrl+a
xdotool type --delay 40 "$(windows_path "$case")"
press Return
holds "$case" 'Three Rivers' 30 || fail "the case was not saved"
holds "$case" '"motive' 5 || fail "no answer was saved"
gone 'Three Rivers\*' 20 || fail "the window still says that something is not saved"

step "closing, and opening again from the command line"
end_program || fail "the program does not end"
cp "$case" "$work/cases with blanks/Tŷ Ŵen €.fedcase"
case="$work/cases with blanks/Tŷ Ŵen €.fedcase"
"$fedadvise" assess "$case" >"$work/advice.txt" || fail "what was saved cannot be assessed"
grep -q 'Three Rivers' "$work/advice.txt" || fail "the advice is for another case"
run_program "$program" "$(windows_path "$case")"
window 'Three Rivers.*Federation Adviser' 60 >/dev/null || fail "a case whose name is not ASCII does not open"
sleep 3
shot reopened
end_program || fail "without changes, the program asks before it ends"

step "a worked case, and its result"
cp "$(dirname "$program")/examples/five-valleys.fedcase" "$work/valleys.fedcase"
before=$(sha256sum <"$work/valleys.fedcase")
run_program "$program" "$(windows_path "$work/valleys.fedcase")"
found=$(window 'Five Valleys' 60) || fail "a worked case does not open"
sleep 3
press alt+c # by keyboard to the next page
sleep 2
shot motivations
found=$(window 'Five Valleys') || fail "the window went away"
xdotool mousemove --window "$found" 45 402 click 1 # the last of the steps
sleep 6
shot result

step "reports"
press ctrl+r
window '^Reports$' 30 >/dev/null || fail "there is no dialog for reports"
sleep 2
shot reports
press alt+w # into the folder of the case
for _ in $(seq 60); do
    written=$(find "$work" -maxdepth 1 -name '*.pdf')
    [ -z "$written" ] || break
    sleep 0.5
done
[ "$(head -c 5 "$written")" = %PDF- ] || fail "no summary was written"
sleep 2
shot written
press Escape
end_program || fail "looking at a case makes it a changed one"
[ "$before" = "$(sha256sum <"$work/valleys.fedcase")" ] || fail "looking at a case changes its file"

step "larger letters"
run_program "$program" "$(windows_path "$work/valleys.fedcase")"
found=$(window "Five Valleys" 60) || fail "the program does not start again"
sleep 3
found=$(window 'Five Valleys') || fail "the window went away"
xdotool mousemove --window "$found" 87 12 click 1 # the menu View
sleep 1
press l
holds "$appdata/Roaming/federation-adviser/settings.json" '"text-percent": 1[1-9]' 20 || fail "letters do not grow"
sleep 3
shot "larger letters"
end_program || fail "with larger letters the program does not end"

step "at 150 %"
rm -r "$appdata/Roaming/federation-adviser"
WINEPREFIX=$FEDADVISE_WINE wineserver -k || true
"$wine" reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d 144 /f >/dev/null
run_program "$program" "$(windows_path "$work/valleys.fedcase")"
found=$(window 'Five Valleys' 60) || fail "at 150 % the program does not start"
sleep 4
shot "at 150"
eval "$(xdotool getwindowgeometry --shell "$found")"
{ [ "$WIDTH" -le 1366 ] && [ "$HEIGHT" -le 768 ]; } || fail "at 150 % the window is larger than the screen: $WIDTH x $HEIGHT"
end_program || fail "at 150 % the program does not end"
step "The desktop program works."
