#!/usr/bin/env bash
# Packs what was built for Windows: package.sh BUILD
# Leaves in BUILD/packages the installer, the portable zip, what they are made of (CycloneDX) and SHA256SUMS. The same commit gives the same bytes.
# With FEDADVISE_SIGN_CERTIFICATE set, programs, installer and uninstaller are signed; see sign.sh.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$1" && pwd)
stage=$build/stage
packages=$build/packages
version=$(sed -n 's/^project(.* VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")

# The time of the commit, so that nothing depends on when this runs
: "${SOURCE_DATE_EPOCH:=$(git -C "$root" log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH TZ=UTC

rm -rf "$stage" "$packages"
mkdir -p "$packages"
cmake --install "$build" --prefix "$stage" >/dev/null
sed 's/$/\r/' "$root/LICENSE" >"$stage/licence.txt" # for Notepad
find "$stage" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

signing=()
if [ -n "${FEDADVISE_SIGN_CERTIFICATE:-}" ]; then
    for program in "$stage"/*.exe; do
        "$here/sign.sh" "$program"
    done
    signing=(-DSIGN="$here/sign.sh")
fi

name=federation-adviser-$version
sh "$here/file_list.sh" "$stage" >"$build/files.nsh"
makensis -V2 -WX -DVERSION="$version" -DSTAGE="$stage" -DFILES="$build/files.nsh" -DICON="$root/resources/federation-adviser.ico" \
    -DOUT="$packages/$name-setup.exe" "${signing[@]}" "$here/installer.nsi"

# Everything in one folder of that name; sorted, without what differs between machines
portable=$build/portable
rm -rf "$portable"
mkdir -p "$portable"
cp -a "$stage" "$portable/$name"
sed 's/$/\r/' "$here/portable.txt" >"$portable/$name/portable.txt"
chmod -R u=rwX,go=rX "$portable"
find "$portable" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
(cd "$portable" && find "$name" -type f | LC_ALL=C sort | zip -q -X -9 "$packages/$name-portable.zip" -@)
rm -rf "$portable"

# What they are made of
libraries=$(sed -n 's/^FEDADVISE_WINDOWS_LIBRARIES:[A-Z]*=//p' "$build/CMakeCache.txt")
python3 -B "$here/../sbom/sbom.py" --platform windows --version "$version" --commit "$(git -C "$root" rev-parse HEAD)" \
    --seconds "$SOURCE_DATE_EPOCH" --libraries "$libraries" --program "$stage/fedadvise.exe" --program "$stage/federation-adviser.exe" \
    --package "$packages/$name-setup.exe" --package "$packages/$name-portable.zip" --output "$packages/${name}_windows.cdx.json"

(cd "$packages" && sha256sum -- *.exe *.zip *.json >SHA256SUMS)
ls -l "$packages"
