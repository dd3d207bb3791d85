#!/bin/bash
# The Debian package from end to end: what it says of itself, then its life in a fresh root made for this test, with the system's own
# archive: an older one installed, upgraded, used on the command line and on a virtual display, removed, installed anew, purged.
#
# Usage: package_test.sh PACKAGE.deb FEDADVISE SOURCE_FOLDER RESULTS_FOLDER     (as root; the package first, then the built fedadvise)
#
#   FEDADVISE_LINUX_CACHE  keeps the empty root and what apt downloads (default: ~/.cache/federation-adviser/linux); may be removed
set -euo pipefail

if [ "${1:-}" != --apart ]; then
    # Apart from the rest of the machine: whatever is mounted or left running goes with this script
    exec unshare --mount --pid --fork --kill-child -- bash "$0" --apart "$@"
fi
shift
package=$(realpath "$1")
built=$(realpath "$2")
source=$(realpath "$3")
mkdir -p "$4"
results=$(realpath "$4")
cache=${FEDADVISE_LINUX_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/federation-adviser/linux}
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
unset FEDADVISE_RULES FEDADVISE_HOME

work=$(mktemp -d "${TMPDIR:-/tmp}/federation-adviser.XXXXXX")
root=$work/root
display=
tidy()
{
    [ -z "$display" ] || kill "$display" 2>/dev/null || true
    umount -R "$root/tmp/.X11-unix" "$root/var/cache/apt/archives" "$root/proc" 2>/dev/null || true
    # What would still be mounted must not be emptied
    rm -rf --one-file-system "$work"
}
trap tidy EXIT

begun=$SECONDS
step() { printf '[%3d s] %s\n' $((SECONDS - begun)) "$*"; }
fail()
{
    printf 'FAULT: %s\n' "$*" >&2
    exit 1
}

# --- What the package says of itself ----------------------------------------------------------------------------
step "What the package says of itself"
version=$(sed -n 's/^project(.* VERSION \([0-9.]*\).*/\1/p' "$source/CMakeLists.txt")
[ "$(basename "$package")" = "federation-adviser_${version}_$(dpkg --print-architecture).deb" ] || fail "the name of $package"
[ "$(dpkg-deb -f "$package" Version)" = "$version" ] || fail "the package has another version than the program, $version"

lintian --no-tag-display-limit --fail-on error,warning "$package" 2>"$work/lintian.err" || fail "lintian: see above"
mkdir "$work/files"
dpkg-deb -x "$package" "$work/files"
files=$work/files/usr
desktop-file-validate "$files/share/applications/federation-adviser.desktop" || fail "the desktop entry"
appstreamcli validate --no-net "$files/share/metainfo/federation-adviser.metainfo.xml" >"$work/appstream" ||
    { cat "$work/appstream"; fail "the AppStream data"; }
for size in 16 22 24 32 48 64 128 256; do
    [ -s "$files/share/icons/hicolor/${size}x$size/apps/federation-adviser.png" ] || fail "no icon of $size pixels"
done
# The folder of the build would make the bytes depend on it, and tells strangers about the machine
for program in fedadvise federation-adviser; do
    if grep -qF "$source" "$files/bin/$program"; then fail "$program names the folder that it was built in"; fi
done
for type in $(sed -n 's/^MimeType=//p' "$files/share/applications/federation-adviser.desktop" | tr ';' ' '); do
    grep -q "mime-type type=\"$type\"" "$files/share/mime/packages/federation-adviser.xml" || fail "nothing says what $type is"
done

# --- A fresh root -----------------------------------------------------------------------------------------------
# The archive that this system itself installs from, without what others have added to it
# shellcheck disable=SC1091
distribution=$(. /etc/os-release && echo "$ID")
# shellcheck disable=SC2016  # apt fills these in
apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' "Origin: ${distribution^}" |
    sort -u >"$work/archive"
[ -s "$work/archive" ] || fail "apt knows no archive of $distribution; run apt-get update"
key=$(sha256sum <"$work/archive" | cut -c1-12)
mkdir -p "$cache/archives/partial"
base=$cache/root-$key.tar
if [ ! -s "$base" ]; then
    step "An empty root (kept for the next time in $cache)"
    rm -f "$cache"/root-*.tar
    mmdebstrap --quiet --variant=apt '' "$work/root.tar" "$work/archive" || fail "the root could not be made"
    mv "$work/root.tar" "$base"
fi
step "Unpacking the root"
mkdir "$root"
tar -xf "$base" -C "$root"
mkdir -p "$root/tmp/.X11-unix" "$root/proc"
mount --bind "$cache/archives" "$root/var/cache/apt/archives"
mount -t proc proc "$root/proc"
cp /etc/resolv.conf "$root/etc/resolv.conf"
for file in /etc/apt/apt.conf.d/*proxy*; do # a way to the archive that this machine needs
    [ ! -f "$file" ] || cp "$file" "$root/etc/apt/apt.conf.d/"
done

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_user() { chroot --userspec=partner "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/home/partner LC_ALL=C.UTF-8 "$@"; }
apt() { inside apt-get -q -y -o Dpkg::Use-Pty=0 -o APT::Keep-Downloaded-Packages=true -o Acquire::Retries=3 "$@" >"$work/apt" 2>&1 || { cat "$work/apt"; fail "apt-get $*"; }; }
# Every file but what apt, dpkg and the system keep for themselves, and what the user has
all_files() { (cd "$root" && find . -xdev \( -path ./proc -o -path ./tmp -o -path ./home -o -path ./var/log -o -path ./var/cache -o -path ./var/lib/apt -o -path ./var/lib/dpkg \) -prune -o -print) | sort; }
# shellcheck disable=SC2016  # dpkg fills these in
is_installed() { [ "$(inside dpkg-query -W -f '${db:Status-Status} ${Version}' federation-adviser 2>/dev/null)" = "installed $1" ]; }

# --- An older one, upgraded -------------------------------------------------------------------------------------
# The same with a lower number, and with a file that later versions no longer have
older=$work/older
dpkg-deb -R "$package" "$older"
sed -i 's/^Version: .*/Version: 0.0.1/' "$older/DEBIAN/control"
echo '{}' >"$older/usr/share/federation-adviser/examples/no-longer-there.fedcase"
dpkg-deb -Zgzip --root-owner-group -b "$older" "$root/tmp/older.deb" >/dev/null
cp "$package" "$root/tmp/newer.deb"
inside useradd -m partner

step "Installing an older one, with all it depends on"
apt update
apt install --no-install-recommends /tmp/older.deb
is_installed 0.0.1 || fail "the older package is not installed"
all_files >"$work/with-older"
example=/usr/share/federation-adviser/examples/five-valleys.fedcase
as_user cp "$example" /home/partner/ours.fedcase
digest=$(sha256sum <"$root/home/partner/ours.fedcase")

step "Upgrading"
apt install --no-install-recommends /tmp/newer.deb
is_installed "$version" || fail "the package was not upgraded"
[ ! -e "$root/usr/share/federation-adviser/examples/no-longer-there.fedcase" ] || fail "a file of the older package stayed"
inside dpkg --verify federation-adviser >"$work/verify"
[ ! -s "$work/verify" ] || fail "files are not as the package has them: $(cat "$work/verify")"
all_files >"$work/with-newer"

# --- Used -------------------------------------------------------------------------------------------------------
step "The command line"
[ "$(as_user fedadvise --version)" = "fedadvise $version" ] || fail "fedadvise --version"
[ "$(as_user federation-adviser --version)" = "Federation Adviser $version" ] || fail "federation-adviser --version"
for file in "$source"/resources/examples/*.fedcase; do
    name=$(basename "$file")
    as_user fedadvise assess "/usr/share/federation-adviser/examples/$name" --as-at 2026-11-22 --format json >"$work/installed" ||
        fail "assess $name"
    "$built" assess "$file" --as-at 2026-11-22 --format json --rules "$source/rules" >"$work/built" || fail "the built program: assess $name"
    cmp "$work/installed" "$work/built" || fail "the installed program says something else of $name than the built one"
done
as_user fedadvise assess "$example" --document all --format pdf --output /home/partner/documents >/dev/null || fail "documents as PDF"
[ "$(head -qn1 "$root"/home/partner/documents/*.pdf | grep -ac '^%PDF-')" = 6 ] || fail "not six PDFs: $(ls "$root/home/partner/documents")"
rm -r "$root/home/partner/documents"
for topic in scope accessibility licences; do
    as_user fedadvise about $topic >"$work/topic" || fail "fedadvise about $topic"
done
grep -q wxWidgets "$work/topic" || fail "the licences do not name wxWidgets"
for name in application/x-federation-adviser-case:*.fedcase application/x-federation-adviser-rules:*.fedrules; do
    grep -qF "$name" "$root/usr/share/mime/globs2" || fail "the desktop does not know the files of $name"
done

step "The desktop program, on a virtual display"
[ -d /tmp/.X11-unix ] || mkdir -m 1777 /tmp/.X11-unix
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
Xvfb -displayfd 3 -screen 0 1366x768x24 -noreset -nolisten tcp -ac 3>"$work/display" >"$work/xvfb" 2>&1 &
display=$!
for _ in $(seq 100); do
    [ ! -s "$work/display" ] || break
    sleep 0.1
done
DISPLAY=:$(cat "$work/display")
export DISPLAY
openbox >/dev/null 2>&1 &
manager=$!
as_user DISPLAY="$DISPLAY" GDK_BACKEND=x11 NO_AT_BRIDGE=1 federation-adviser /home/partner/ours.fedcase >"$work/desktop" 2>&1 &
program=$!
window=
for _ in $(seq 60); do
    window=$(xdotool search --onlyvisible --name 'Federation Adviser' 2>/dev/null | head -n1) || true
    [ -z "$window" ] || [ "$(xdotool getwindowname "$window")" != "Five Valleys — Federation Adviser" ] || break
    window=
    sleep 1
done
[ -n "$window" ] || { cat "$work/desktop"; fail "no window with the case came up"; }
sleep 2
import -window root "$results/desktop.png"
xdotool windowactivate --sync "$window" key ctrl+q
status=0
timeout 30 tail --pid=$program -f /dev/null || fail "the desktop program does not quit"
wait $program || status=$?
[ $status -eq 0 ] || { cat "$work/desktop"; fail "the desktop program ended with $status"; }
if grep -E 'Could not load|No such file|not found' "$work/desktop"; then fail "the desktop program misses something"; fi
kill $manager $display
display=
umount "$root/tmp/.X11-unix"
[ "$digest" = "$(sha256sum <"$root/home/partner/ours.fedcase")" ] || fail "the case was changed by being looked at"

# --- Removed ----------------------------------------------------------------------------------------------------
# ours: what lies where the package may write, and names us
ours() { all_files | grep -iE 'fedadvise|federation-adviser' || true; }
step "Removing"
apt remove federation-adviser
ours >"$work/left"
[ ! -s "$work/left" ] || fail "left after removing: $(cat "$work/left")"
if grep -q federation-adviser "$root/usr/share/mime/globs2"; then fail "the desktop still knows our files"; fi
[ "$digest" = "$(sha256sum <"$root/home/partner/ours.fedcase")" ] || fail "removing touched the user's case"

step "Installing anew and purging"
apt install --no-install-recommends /tmp/newer.deb
all_files | cmp - "$work/with-newer" || fail "installed anew, other files are there than after the upgrade"
dpkg-deb -c "$package" | awk '{ print $6 }' | sed 's,/$,,' | sort >"$work/own"
apt purge federation-adviser
all_files >"$work/purged"
# What only other packages brought must still be there, and nothing else
comm -23 "$work/with-newer" "$work/own" >"$work/of-others"
comm -13 "$work/of-others" "$work/purged" | comm -23 - "$work/own" >"$work/more"
[ ! -s "$work/more" ] || fail "left after purging: $(cat "$work/more")"
ours >"$work/left"
[ ! -s "$work/left" ] || fail "left after purging: $(cat "$work/left")"
if inside dpkg-query -s federation-adviser 2>/dev/null | grep -q '^Version:'; then fail "dpkg still knows the package"; fi
[ "$digest" = "$(sha256sum <"$root/home/partner/ours.fedcase")" ] || fail "purging touched the user's case"

step "The package installs, works, upgrades, and goes without leaving anything"
