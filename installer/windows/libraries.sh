#!/usr/bin/env bash
# Cross-builds the libraries of the Windows programs from the system's own source packages, into a folder outside this one,
# and prints that folder as its last line. Call it again at will: finished, it returns at once; interrupted, it goes on.
#
#   FEDADVISE_WINDOWS_CACHE  where the libraries live   (default: ~/.cache/federation-adviser/windows)
#   FEDADVISE_WINDOWS_PARTS  only these                 (default: all)
#   JOBS                     compilers at a time        (default: one for each core)
#
# Needs no root: it has its own list of source packages. It needs the packages that installer/setup.sh installs for `windows`.
set -euo pipefail

triple=x86_64-w64-mingw32
jobs=${JOBS:-$(nproc)}
# The longest last: whoever is interrupted has the others
parts=${FEDADVISE_WINDOWS_PARTS:-pugixml csv sodium zip png jpeg freetype pixman cairo qpdf wx z3}
cache=${FEDADVISE_WINDOWS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/federation-adviser/windows}

# What the libraries are made from: this script, the compiler, and the version of every source
key=$({
    cat "$0"
    dpkg-query -W gcc-mingw-w64-base mingw-w64-x86-64-dev libz-mingw-w64-dev
    LC_ALL=C apt-cache policy libwxbase3.2-1 libpng16-16 libpugixml1v5 libjpeg62-turbo libfreetype6 libpixman-1-0 libcairo2 \
        libqpdf29 libsodium23 libzip4 libcsv3 libz3-4 | grep Candidate
} | sha256sum | cut -c1-12)
prefix=$cache/libraries-$key
work=$cache/build-$key
mkdir -p "$prefix/include" "$work/src"

# One at a time; the parts are children of whoever holds the lock
[ "${1:-}" = --part ] || { exec 9>"$cache/lock-$key" && flock 9; }
# No path of this machine inside the libraries: they end up in the programs
flags="-O2 -ffile-prefix-map=$work=."
export PKG_CONFIG_LIBDIR=$prefix/lib/pkgconfig:/usr/$triple/lib/pkgconfig

say() { printf '[libraries %s] %s\n' "$(date +%T)" "$*" >&2; }

# --- Sources ----------------------------------------------------------------------------------------------------

# apt_source ARGUMENTS: `apt-get source` with the lists of this system read as lists of sources, in a state of its own
apt_source()
{
    apt-get "${apt_options[@]}" source "$@"
}

# unpack NAME: unpacks the source package NAME below $work/src
unpack()
{
    local state suite
    state=$(mktemp -d)
    mkdir -p "$state"/{lists/partial,cache/archives/partial,etc}
    : >"$state/etc/sources.list"
    for list in /etc/apt/sources.list.d/*.sources; do
        [ -f "$list" ] && sed 's/^Types:.*/Types: deb-src/' "$list" >"$state/etc/${list##*/}"
    done
    [ -s /etc/apt/sources.list ] && sed -n 's/^deb /deb-src /p' /etc/apt/sources.list >"$state/etc/sources.list"
    apt_options=(-o Dir::State::lists="$state/lists" -o Dir::Cache="$state/cache" -o Dir::Etc::sourceparts="$state/etc"
        -o Dir::Etc::sourcelist="$state/etc/sources.list" -o APT::Sandbox::User=root -o Acquire::Retries=3 -qq)
    cd "$work/src"
    apt-get "${apt_options[@]}" update
    # shellcheck disable=SC1091
    suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
    # The source of a security update can be missing from a mirror that has its binary
    apt_source "$1" || {
        echo "$1: not the newest version" >>"$prefix/NOTES"
        apt_source "$1/$suite"
    } || {
        echo "$1: without the distribution's patches" >>"$prefix/NOTES"
        apt_source --tar-only --download-only "$1/$suite" || apt_source --tar-only --download-only "$1"
        tar -xf "$(find . -maxdepth 1 -name "$1_*.orig.tar.*" ! -name '*.asc')"
    }
    rm -rf "$state"
}

# source_of NAME: prints the folder of the unpacked source
source_of()
{
    local folder
    folder=$(echo "$work/src/$1"-[0-9]*)
    if [ ! -d "$folder" ]; then
        unpack "$1" >&2
        folder=$(echo "$work/src/$1"-[0-9]*)
    fi
    echo "$folder"
}

# --- Building ---------------------------------------------------------------------------------------------------

# with_cmake SOURCE OPTION...: configures in the current folder
with_cmake()
{
    local from=$1
    shift
    cmake -S "$from" -B . -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$prefix" \
        -DCMAKE_SYSTEM_NAME=Windows -DCMAKE_SYSTEM_PROCESSOR=x86_64 \
        -DCMAKE_C_COMPILER=$triple-gcc-posix -DCMAKE_CXX_COMPILER=$triple-g++-posix -DCMAKE_RC_COMPILER=$triple-windres \
        -DCMAKE_FIND_ROOT_PATH="$prefix;/usr/$triple" -DCMAKE_FIND_ROOT_PATH_MODE_PROGRAM=NEVER \
        -DCMAKE_FIND_ROOT_PATH_MODE_LIBRARY=ONLY -DCMAKE_FIND_ROOT_PATH_MODE_INCLUDE=ONLY \
        -DCMAKE_FIND_ROOT_PATH_MODE_PACKAGE=ONLY -DBUILD_SHARED_LIBS=OFF \
        -DCMAKE_C_FLAGS="$flags" -DCMAKE_CXX_FLAGS="$flags" \
        -DCMAKE_C_FLAGS_RELEASE=-DNDEBUG -DCMAKE_CXX_FLAGS_RELEASE=-DNDEBUG "$@"
}

# with_configure SOURCE OPTION...: the same for sources that use autotools
with_configure()
{
    local from=$1
    shift
    [ -e Makefile ] || "$from/configure" --host=$triple --build="$(gcc -dumpmachine)" --prefix="$prefix" \
        --disable-shared --enable-static CC=$triple-gcc-posix CXX=$triple-g++-posix CFLAGS="$flags" CXXFLAGS="$flags" \
        CPPFLAGS="-I$prefix/include" LDFLAGS="-static -L$prefix/lib" "$@"
}

ninja_install() { ninja -j"$jobs" "${@:-install}"; }

build_pugixml()
{
    with_cmake "$(source_of pugixml)"
    ninja_install
}

build_csv()
{
    local from
    from=$(source_of libcsv)
    # One file: its own build wants tools that are older than it
    $triple-gcc-posix -O2 -c "$from/libcsv.c" -I"$from" -o libcsv.o
    mkdir -p "$prefix/lib"
    $triple-ar rcs "$prefix/lib/libcsv.a" libcsv.o
    cp "$from/csv.h" "$prefix/include/"
}

build_sodium()
{
    local from
    from=$(source_of libsodium)
    [ -e "$from/configure" ] || (cd "$from" && autoreconf -fi) # the source package comes without
    with_configure "$from" --disable-dependency-tracking
    make -j"$jobs" -C src install
    make install-pkgconfigDATA
}

build_zip()
{
    with_cmake "$(source_of libzip)" -DENABLE_COMMONCRYPTO=OFF -DENABLE_GNUTLS=OFF -DENABLE_MBEDTLS=OFF -DENABLE_OPENSSL=OFF \
        -DENABLE_WINDOWS_CRYPTO=OFF -DENABLE_BZIP2=OFF -DENABLE_LZMA=OFF -DENABLE_ZSTD=OFF \
        -DBUILD_TOOLS=OFF -DBUILD_REGRESS=OFF -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF
    ninja_install
}

build_png()
{
    with_cmake "$(source_of libpng1.6)" -DPNG_SHARED=OFF -DPNG_TESTS=OFF
    ninja_install
}

build_jpeg()
{
    with_cmake "$(source_of libjpeg-turbo)" -DENABLE_SHARED=OFF -DWITH_SIMD=OFF -DWITH_TURBOJPEG=OFF
    ninja_install
}

build_freetype()
{
    with_cmake "$(source_of freetype)" -DFT_DISABLE_HARFBUZZ=ON -DFT_DISABLE_BROTLI=ON -DFT_DISABLE_BZIP2=ON -DFT_DISABLE_PNG=ON
    ninja_install
}

build_pixman()
{
    with_configure "$(source_of pixman)" --disable-gtk --disable-libpng --disable-openmp
    make -j"$jobs" -C pixman install
    make install-pkgconfigDATA
}

build_cairo()
{
    local from
    from=$(source_of cairo)
    # The distribution patches configure.ac: what is made from it must look newer, or make wants an old aclocal
    (
        cd "$from"
        touch aclocal.m4
        sleep 1
        find . \( -name 'config*.in' -o -name Makefile.in \) -exec touch {} +
        sleep 1
        touch configure
    )
    # Windows' own printf rounds 0.0625 to 0.063 and not to 0.062: a PDF would have other bytes than elsewhere
    sed -i '/^#define snprintf _snprintf$/d' "$from/src/cairo-compiler-private.h"
    with_configure "$from" CPPFLAGS="-I$prefix/include -D__USE_MINGW_ANSI_STDIO=1" \
        --enable-ft --disable-fc --disable-xlib --disable-xcb --disable-gobject --disable-trace \
        --disable-interpreter --disable-ps --disable-svg --disable-gtk-doc \
        FREETYPE_CFLAGS="-I$prefix/include/freetype2" FREETYPE_LIBS="-L$prefix/lib -lfreetype -lz"
    make -j"$jobs" -C src install
}

build_qpdf()
{
    local from
    from=$(source_of qpdf)
    grep -q cstdint "$from/libqpdf/qpdf/rijndael.h" || sed -i '1i #include <cstdint>' "$from/libqpdf/qpdf/rijndael.h"
    with_cmake "$from" -DBUILD_STATIC_LIBS=ON -DUSE_IMPLICIT_CRYPTO=OFF -DREQUIRE_CRYPTO_NATIVE=ON -DBUILD_DOC=OFF \
        -DINSTALL_EXAMPLES=OFF -DINSTALL_CMAKE_PACKAGE=OFF -DINSTALL_PKGCONFIG=OFF
    ninja_install libqpdf
    cp libqpdf/libqpdf.a "$prefix/lib/"
    cp -r "$from/include/qpdf" "$prefix/include/"
}

# Only what the program uses: precompiled headers and this list make six minutes of what were forty
build_wx()
{
    [ -e Makefile ] || "$(source_of wxwidgets3.2)"/configure --host=$triple --build="$(gcc -dumpmachine)" --prefix="$prefix" \
        --with-msw --disable-shared \
        CC=$triple-gcc-posix CXX=$triple-g++-posix CFLAGS="$flags" CXXFLAGS="$flags" CPPFLAGS="-I$prefix/include" \
        LDFLAGS="-static -L$prefix/lib" \
        --with-cxx=20 --enable-unicode --enable-precomp-headers --enable-pch --disable-dependency-tracking \
        --with-dpi=per-monitor --with-libpng=sys --with-zlib=sys --with-regex=builtin --without-expat \
        --without-libjpeg --without-libtiff --without-opengl --without-libxpm --without-liblzma --without-subdirs --disable-tests \
        --disable-webview --disable-mediactrl --disable-stc --disable-ribbon --disable-richtext --disable-propgrid --disable-joystick \
        --disable-xrc --disable-aui --disable-mdi --disable-docview --disable-sockets --disable-ipc --disable-protocol --disable-webrequest \
        --disable-url --disable-dialupman --disable-fswatcher --disable-fsvolume --disable-tarstream --disable-mshtmlhelp --disable-htmlhelp \
        --disable-help --disable-debugreport --disable-sound --disable-logwin --disable-splash --disable-tipdlg --disable-hotkey \
        --disable-sash --disable-pcx --disable-tga --disable-iff --disable-pnm --disable-dbghelp --disable-graphics-d2d --disable-svg
    # Its own folder would end up in the program
    sed -i 's,^#define wxINSTALL_PREFIX .*,#define wxINSTALL_PREFIX "",' lib/wx/include/*/wx/setup.h
    make -j"$jobs"
    make install
}

# Twelve sources compiled as one: six minutes instead of more than half an hour
build_z3()
{
    local from
    from=$(source_of z3)
    # The distribution takes SIMD from a library that works on every processor; this is for one kind
    sed -i 's,<simde/x86/sse2.h>,<emmintrin.h>,; s,<simde/x86/sse4.1.h>,<smmintrin.h>,' "$from/src/util/hwf.cpp"
    # Sources that are compiled together meet the same headers again
    grep -rL --include='*.h' -e '#pragma once' -e '^#ifndef' "$from/src" | xargs -r sed -i '1i #pragma once'
    sed -i "s,^\( *\)log_h.write('// Automatically generated file.*,&\n\1log_h.write('#pragma once\\\\n')," "$from/scripts/update_api.py"
    # Four name something as a neighbour does
    grep -q SKIP_UNITY "$from/cmake/z3_add_component.cmake" || sed -i '0,/^  add_library(/s,^  add_library(.*,&\
  set_source_files_properties(ast.cpp model_v2_pp.cpp qfbv_tactic.cpp pb_sls.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON),' \
        "$from/cmake/z3_add_component.cmake"
    with_cmake "$from" -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=12 \
        -DZ3_BUILD_LIBZ3_SHARED=OFF -DZ3_BUILD_EXECUTABLE=OFF -DZ3_BUILD_TEST_EXECUTABLES=OFF \
        -DZ3_ENABLE_EXAMPLE_TARGETS=OFF -DZ3_INCLUDE_GIT_HASH=OFF -DZ3_INCLUDE_GIT_DESCRIBE=OFF -DZ3_USE_LIB_GMP=OFF \
        -DZ3_LINK_TIME_OPTIMIZATION=OFF
    ninja_install
}

if [ "${1:-}" = --part ]; then
    set -x
    cd "$work/$2"
    "build_$2"
    exit
fi

for part in $parts; do
    [ -e "$prefix/.done-$part" ] && continue
    say "$part"
    begun=$SECONDS
    mkdir -p "$work/$part"
    # In a shell of its own: left of `||`, this one would not stop at an error
    bash "$0" --part "$part" >"$work/$part.log" 2>&1 || {
        tail -30 "$work/$part.log" >&2
        say "$part FAILED; all of it: $work/$part.log"
        exit 1
    }
    touch "$prefix/.done-$part"
    say "$part took $((SECONDS - begun)) s"
    rm -rf "${work:?}/$part"
done

# For the licences and the bill of materials: which sources these are
touch "$prefix/SOURCES"
[ ! -d "$work/src" ] || find "$work/src" -maxdepth 1 \( -name '*.dsc' -o -name '*.tar.*' \) -printf '%f\n' |
    sort -u -o "$prefix/SOURCES" - "$prefix/SOURCES"
rm -rf "$work"
# Libraries that are headers only come from this system; their own folders alone, as all of its headers would break everything
for folder in boost doctest CLI nlohmann; do
    ln -sfn "/usr/include/$folder" "$prefix/include/$folder"
done
# Of those used last, three stay
touch "$prefix"
find "$cache" -maxdepth 1 -name 'libraries-*' -printf '%T@ %p\n' | sort -rn | tail -n +4 | cut -d' ' -f2- | while read -r old; do
    rm -rf "$old" "${old/libraries-/build-}"
done
echo "$prefix"
