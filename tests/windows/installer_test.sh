#!/usr/bin/env bash
# Installer and portable zip, from the first day to the last: install, associations, run, upgrade while a copy runs with unsaved
# answers, refuse while it asks something, older and newer versions, a folder of one's own, all users, uninstall, what is left.
# Signing is tried with a certificate made for the purpose, without a timestamp, since that needs a network.
# Usage: installer_test.sh BUILD [FOLDER FOR PICTURES]      BUILD holds `packages` and `stage`, from installer/windows/package.sh
set -euo pipefail
build=$(realpath "$1")
shots=${2:+$(realpath "$2")}
# shellcheck source=tests/windows/on_display.sh
source "$(dirname "${BASH_SOURCE[0]}")/on_display.sh"
installer=$(realpath "$here/../../installer/windows")
version=$(sed -n 's/^project(.* VERSION \([0-9.]*\).*/\1/p' "$here/../../CMakeLists.txt")
setup=$build/packages/federation-adviser-$version-setup.exe
[ -e "$setup" ] || fail "there is no installer: $setup"

programs=$appdata/Local/Programs
folder="$programs/Federation Adviser"
program=$folder/federation-adviser.exe
settings=$appdata/Roaming/federation-adviser
uninstall_key='Software\Microsoft\Windows\CurrentVersion\Uninstall\Federation Adviser'
mkdir -p "$programs" "$work/cases"
case="$work/cases/Tŷ of mine.fedcase"

# status EXPECTED COMMAND...: under Wine, until everything that it started has ended
status()
{
    local expected=$1 given=0
    shift
    timeout 300 "$wine" "$@" >/dev/null 2>&1 || given=$?
    [ "$given" = "$expected" ] || fail "'$(basename "$1") ${*:2}' ends with $given, not $expected"
}
# setting ROOT KEY NAME: a value in the registry, empty when it is not there; without NAME, the key's own
setting()
{
    if [ -n "${3:-}" ]; then
        "$wine" reg query "$1\\$2" /v "$3" 2>/dev/null
    else
        "$wine" reg query "$1\\$2" /ve 2>/dev/null
    fi | tr -d '\r' | sed -n 's/.*REG_[A-Z]*    //p'
}
files() { (cd "$FEDADVISE_WINE/drive_c" && find . -type f ! -path './users/*/Temp/*' ! -path './windows/temp/*' | LC_ALL=C sort); }
# keys FILE: how often a file of the registry speaks of us
keys() { WINEPREFIX=$FEDADVISE_WINE wineserver -w; grep -ciE 'federation.?adviser|\.fed(case|rules|invite|response)' "$FEDADVISE_WINE/$1" || true; }
all_ended() { WINEPREFIX=$FEDADVISE_WINE timeout 60 wineserver -w || fail "something goes on running"; }

# other_version VERSION OUT: an installer of that version, made quickly; signed, and with a file that later ones do not bring
other_version()
{
    rm -rf "$work/stage"
    cp -a "$build/stage" "$work/stage"
    echo "of $1" >"$work/stage/only-in-$1.txt"
    for file in "$work/stage"/*.exe; do "$installer/sign.sh" "$file" 2>/dev/null; done
    sh "$installer/file_list.sh" "$work/stage" >"$work/files.nsh"
    makensis -V1 -WX -DQUICK -DVERSION="$1" -DSTAGE="$work/stage" -DFILES="$work/files.nsh" -DSIGN="$installer/sign.sh" \
        -DICON="$here/../../resources/federation-adviser.ico" -DOUT="$2" "$installer/installer.nsi" >/dev/null 2>&1
}
signed() { osslsigncode verify -CAfile "$work/test.crt" -in "$1" 2>&1 | grep -q '^Signature verification: ok' || fail "the signature of $1 is not good"; }

step "signing, with a certificate made for it"
openssl req -x509 -newkey rsa:3072 -nodes -keyout "$work/test.key" -out "$work/test.crt" -days 30 -subj '/CN=Federation Adviser test' \
    -addext extendedKeyUsage=codeSigning -addext keyUsage=digitalSignature 2>/dev/null
export FEDADVISE_SIGN_CERTIFICATE=$work/test.crt FEDADVISE_SIGN_KEY=$work/test.key
other_version 0.0.1 "$work/older.exe"
other_version 99.0.0 "$work/newer.exe"
signed "$work/older.exe"

step "installing an older version, for one user"
files >"$work/before"
status 0 "$work/older.exe" /S
[ -e "$program" ] || fail "nothing was installed" # the status alone proves nothing
signed "$program"
signed "$folder/fedadvise.exe"
signed "$folder/uninstall.exe"
[ "$(keys system.reg)" = 0 ] || fail "the machine's registry was written to"
for row in case:Case rules:Rules invite:Invitation response:Response; do
    id=FederationAdviser.${row#*:}.1
    [ "$(setting HKCU "Software\\Classes\\.fed${row%:*}")" = "$id" ] || fail ".fed${row%:*} is not ours"
    setting HKCU "Software\\Classes\\$id\\shell\\open\\command" | grep -qF 'federation-adviser.exe" "%1"' || fail "$id has no command"
done
[ "$(setting HKCU "$uninstall_key" DisplayVersion)" = 0.0.1 ] || fail "Windows is not told the version"
[ -n "$(find "$appdata/Roaming" -name 'Federation Adviser.lnk')" ] || fail "there is no entry in the Start menu"
"$wine" "$folder/fedadvise.exe" assess "$folder/examples/five-valleys.fedcase" >"$work/advice.txt" || fail "the installed command line does not work"
grep -q 'Five Valleys' "$work/advice.txt" || fail "the installed command line gives no advice"

step "running it, with answers that are not saved"
cp "$folder/examples/five-valleys.fedcase" "$case"
before=$(sha256sum <"$case")
run_program "$program" "$(windows_path "$case")"
found=$(window 'Five Valleys' 90) || fail "the installed program does not start"
sleep 3
xdotool key ctrl+End
xdotool type --delay 60 ' and hills'
press Tab
sleep 2
shot "before the upgrade"

step "upgrading while it runs"
status 0 "$setup" /S
gone 'Federation Adviser' 10 || fail "the old copy still runs"
[ "$(setting HKCU "$uninstall_key" DisplayVersion)" = "$version" ] || fail "the upgrade is not registered"
[ ! -e "$folder/only-in-0.0.1.txt" ] || fail "a file of the old version stays"
holds "$settings/recovery" 'Five Valleys and hills' 5 || fail "the answers that were not saved are lost"
[ "$before" = "$(sha256sum <"$case")" ] || fail "the case file was changed"

step "starting again offers what was not saved; while it asks, the installer refuses"
run_program "$program"
window 'Restore your work' 60 >/dev/null || fail "what was not saved is not offered"
sleep 1
shot "restore"
status 4 "$work/newer.exe" /S
[ "$(setting HKCU "$uninstall_key" DisplayVersion)" = "$version" ] || fail "a refused upgrade changes the registry"
[ ! -e "$folder/only-in-99.0.0.txt" ] || fail "a refused upgrade changes files"
"$wine" "$folder/uninstall.exe" /S # goes on from a copy of itself, which waits ten seconds and then gives up
sleep 14
{ [ -e "$program" ] && [ -e "$folder/rules/rulebase.xml" ]; } || fail "a refused uninstaller leaves half a program"
window 'Restore your work' 10 >/dev/null || fail "the question went away"
press alt+r
window 'Five Valleys and hills' 30 >/dev/null || fail "the work is not restored"
sleep 2
shot "restored"
press ctrl+s # to the case that it was
holds "$case" 'Five Valleys and hills' 20 || fail "the restored case cannot be saved"
end_program || fail "the program does not end"
all_ended
before=$(sha256sum <"$case")

step "a newer version, and back"
status 0 "$work/newer.exe" /S
[ "$(setting HKCU "$uninstall_key" DisplayVersion)" = 99.0.0 ] || fail "the newer version was not installed"
status 5 "$setup" /S
[ -e "$folder/only-in-99.0.0.txt" ] || fail "the older version took the newer one's place without being asked to"
status 0 "$setup" /S /DOWNGRADE
[ "$(setting HKCU "$uninstall_key" DisplayVersion)" = "$version" ] || fail "/DOWNGRADE does nothing"
[ ! -e "$folder/only-in-99.0.0.txt" ] || fail "a file of the newer version stays"

step "opening a case by its name"
# Wine looks for associations in the machine's part only; Windows in both
for key in .fedcase FederationAdviser.Case.1; do
    "$wine" reg copy "HKCU\\Software\\Classes\\$key" "HKLM\\Software\\Classes\\$key" /s /f >/dev/null
done
run_program start /wait "$(windows_path "$case")"
window 'Five Valleys and hills' 60 >/dev/null || fail "opening a case does not start the program"
end_program || fail "the program does not end"
for key in .fedcase FederationAdviser.Case.1; do "$wine" reg delete "HKLM\\Software\\Classes\\$key" /f >/dev/null; done
all_ended

step "uninstalling"
echo mine >"$folder/rules/mine.txt"
status 0 "$folder/uninstall.exe" /S
all_ended
[ -e "$folder/rules/mine.txt" ] || fail "the uninstaller removed what it did not bring"
rm -r "$folder"
[ -d "$settings" ] || fail "the uninstaller removed the user's settings"
files | grep -v '/AppData/Roaming/federation-adviser/' >"$work/after" || true
diff "$work/before" "$work/after" || fail "files are left"
[ "$(keys user.reg)" = 0 ] || fail "the registry still speaks of the program"
[ "$before" = "$(sha256sum <"$case")" ] || fail "uninstalling changed a case"

step "in a folder of one's own"
# In words, since Wine would put quotation marks around them, and after /D= there must be none
status 0 "$setup" /S '/D=C:\Tŷ' â 'blanks\Federation' Adviser
own_folder="$FEDADVISE_WINE/drive_c/Tŷ â blanks/Federation Adviser"
[ -e "$own_folder/federation-adviser.exe" ] || fail "/D= is not heeded"
[ "$("$wine" "$own_folder/fedadvise.exe" --version | tr -d '\r')" = "fedadvise $version" ] || fail "it does not run there"
status 0 "$setup" /S # finds where it was
{ [ -e "$own_folder/federation-adviser.exe" ] && [ ! -e "$program" ]; } || fail "an upgrade goes to another folder"
status 0 "$own_folder/uninstall.exe" /S
all_ended
[ ! -e "$own_folder" ] || fail "the folder of one's own stays"

step "for everybody"
status 0 "$setup" /S /ALLUSERS
everybody="$FEDADVISE_WINE/drive_c/Program Files/Federation Adviser"
[ -e "$everybody/federation-adviser.exe" ] || fail "/ALLUSERS does not install for everybody"
[ "$(setting HKLM "$uninstall_key" DisplayVersion)" = "$version" ] || fail "the machine is not told"
[ -z "$(setting HKCU "$uninstall_key" DisplayVersion)" ] || fail "the user's registry is written to as well"
status 0 "$everybody/uninstall.exe" /S
all_ended
files | grep -v '/AppData/Roaming/federation-adviser/' | grep -v '/Tŷ â blanks/' >"$work/after" || true
diff "$work/before" "$work/after" || fail "files are left after an installation for everybody"
[ "$(keys system.reg)" = 0 ] || fail "the machine's registry still speaks of the program"

step "the portable copy"
rm -rf "$settings"
files >"$work/before"
stick="$work/a stick with Tŷ"
mkdir "$stick"
unzip -q "$build/packages/federation-adviser-$version-portable.zip" -d "$stick"
portable="$stick/federation-adviser-$version"
(cd "$stick" && find . -type f | LC_ALL=C sort) >"$work/stick before"
run_program "$portable/federation-adviser.exe"
window '^Federation Adviser$' 60 >/dev/null || fail "the portable copy does not start"
sleep 2
press alt+n
sleep 3
xdotool type --delay 60 'Portable'
press Tab
sleep 2
WINEPREFIX=$FEDADVISE_WINE wineserver -k # as if the stick were pulled
sleep 1
grep -rqs Portable "$portable/settings" || fail "the portable copy does not keep answers beside itself"
run_program "$portable/federation-adviser.exe"
window 'Restore your work' 60 >/dev/null || fail "the portable copy does not find what it kept"
press alt+d
end_program || fail "the portable copy does not end"
all_ended
files >"$work/after"
diff "$work/before" "$work/after" || fail "the portable copy writes elsewhere"
(cd "$stick" && find . -type f ! -path '*/settings/*' | LC_ALL=C sort) | diff "$work/stick before" - || fail "the portable copy writes outside its settings"
[ "$(keys user.reg)" = 0 ] || fail "the portable copy writes into the registry"
step "Installer and portable copy work."
