#!/bin/sh
# Sets up, builds and starts or tests Federation Adviser on Debian 12 or later and Ubuntu 24.04 or later.
# `sh installer/setup.sh help` says how. Safe to repeat: what is there already is left alone.
set -eu

build_packages="g++ cmake ninja-build pkg-config ccache libwxgtk3.2-dev wx3.2-i18n libgtk-3-dev libpugixml-dev
    libboost-dev doctest-dev nlohmann-json3-dev libcli11-dev libcsv-dev libzip-dev libsodium-dev libz3-dev
    libcairo2-dev libfreetype-dev libqpdf-dev fonts-noto-core git ca-certificates"

# dbus brings dbus-run-session; librsvg2-common lets GTK draw the theme's icons
test_packages="xvfb xauth openbox dbus xdotool x11-utils imagemagick libxml2-utils locales at-spi2-core
    gir1.2-atspi-2.0 python3 python3-gi adwaita-icon-theme librsvg2-common gnome-themes-extra procps clips poppler-utils qpdf
    zsh fish mandoc strace binutils"

# What makes the Debian package and tries it in a root of its own
package_packages="dpkg-dev gzip librsvg2-bin lintian desktop-file-utils appstream mmdebstrap xvfb openbox xdotool imagemagick
    python3 util-linux binutils"

# What makes the programs for Windows, runs them without it, and packs them
windows_packages="g++-mingw-w64-x86-64-posix gcc-mingw-w64-x86-64-posix binutils-mingw-w64-x86-64 libz-mingw-w64-dev dpkg-dev
    make autoconf automake libtool xz-utils wine wine64 fonts-wine nsis osslsigncode openssl icoutils zip unzip
    binutils util-linux"

wizard=src/gui/federation-adviser
command_line=src/cli/fedadvise
worked_case=resources/examples/five-valleys.fedcase

usage()
{
    cat <<'END'
Usage: sh installer/setup.sh run|test|package|windows|assurance|help

  run   install what is missing, build the programs and open the wizard;
        without a display, assess a worked case and print the advice
  test  install what is missing, build everything and run every test,
        those of the windows on a virtual display
  package
        install what is missing, build the Debian package in
        build/release/packages, and try it in a fresh system root
        (this needs root, or sudo)
  windows
        install what is missing, build the programs for Windows, test them
        under Wine, and leave installer and portable zip in
        build/windows/packages; the first time this builds their libraries,
        which takes twenty minutes, into ~/.cache/federation-adviser
  assurance
        gather what buyers ask for in build/assurance: test results, the
        proof of the rules, bills of materials, licences and statements;
        it names what other commands have not made yet
  help  print this text

Missing packages come from the system's own archive through apt; that needs
root, or sudo. Nothing else is written outside this folder, but for caches:
the compiler's (ccache), and ~/.cache/federation-adviser.
END
}

say() { printf '\n==> %s\n' "$*"; }

die()
{
    printf '\nStopped: %s\n' "$*" >&2
    exit 1
}

# --- Packages ---------------------------------------------------------------------------------------------------

is_installed() { dpkg-query -W -f='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed; }

is_in_archive() { LC_ALL=C apt-cache policy "$1" 2>/dev/null | grep -q '^  Candidate: [^(]'; }

# Prints the name of this system, as it calls itself.
system_name()
{
    # shellcheck disable=SC1091
    (. /etc/os-release && printf '%s' "$PRETTY_NAME") 2>/dev/null || printf 'an unknown system'
}

as_root()
{
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

# Fetches apt's lists. Going on without fresh ones is right: another archive on this machine may be the broken one.
refresh_lists()
{
    attempt=1
    until as_root apt-get -qq -o APT::Update::Error-Mode=any -o DPkg::Lock::Timeout=120 update; do
        if [ "$attempt" -eq 3 ]; then
            echo "The list of packages could not be refreshed; trying with the one that is there."
            return 0
        fi
        echo "Refreshing the list of packages failed; trying again in $((attempt * 5)) seconds."
        sleep $((attempt * 5))
        attempt=$((attempt + 1))
    done
}

# Installs those of the given packages that are not there yet; touches nothing, and needs no root, when all are.
ensure_packages()
{
    say "Looking for the packages that are needed"
    for program in apt-get apt-cache dpkg-query; do
        command -v "$program" >/dev/null 2>&1 || die "this is $(system_name), which has no $program.
This script needs Debian 12 or later, or Ubuntu 24.04 or later."
    done

    missing=
    for package in "$@"; do
        is_installed "$package" || missing="$missing $package"
    done
    missing=${missing# }
    if [ -z "$missing" ]; then
        echo "All are installed."
        return 0
    fi
    echo "Missing: $missing"

    by_hand="apt-get update && apt-get install --no-install-recommends $missing"
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 || die "installing packages needs root, and there is no sudo.
Run this as root, then start again:
    $by_hand"
        echo "Installing needs root: sudo may ask for your password."
        sudo true || die "sudo refused. Have somebody who may install packages run this as root, then start again:
    $by_hand"
    fi

    say "Refreshing apt's list of packages"
    refresh_lists

    unavailable=
    for package in $missing; do
        is_in_archive "$package" || unavailable="$unavailable $package"
    done
    case "$unavailable " in
        *' libwxgtk3.2-dev '*) die "this is $(system_name), and its package archive offers no wxWidgets 3.2.
Federation Adviser needs Debian 12 or later, or Ubuntu 24.04 or later with its \"universe\" section switched on.
If this is one of them, check that the network works and that /etc/apt lists the archive." ;;
        *[!\ ]*) die "this is $(system_name), and its package archive does not offer:$unavailable
Check that the network works; on Ubuntu, that the \"universe\" section is switched on." ;;
    esac

    say "Installing $missing"
    # shellcheck disable=SC2086  # a list of names, split on purpose
    as_root apt-get -q -y --no-install-recommends -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120 \
        -o Dpkg::Use-Pty=0 install $missing || die "apt could not install the packages; its reason is above.
Once that is mended, start again; or run this as root:
    $by_hand"
}

# --- Building ---------------------------------------------------------------------------------------------------

# configure PRESET [OPTION...]
configure()
{
    say "Configuring the build in build/$1"
    cmake --preset "$@" || die "the build could not be configured; the reason is above.
If this folder was moved or the system upgraded, remove build/$1 and start again."
}

# build PRESET [TARGET...]; all targets when none is named
build()
{
    say "Building in build/$1 (a first build takes some minutes)"
    preset=$1
    shift
    if [ $# -gt 0 ]; then
        set -- --target "$@"
    fi
    NINJA_STATUS='[%f/%t] ' cmake --build --preset "$preset" "$@" || die "building failed; the reason is above."
}

# --- Commands ---------------------------------------------------------------------------------------------------

run_program()
{
    # shellcheck disable=SC2086
    ensure_packages $build_packages
    configure release
    build release "$command_line" "$wizard"

    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        say "Opening the wizard"
        "build/release/$wizard" || die "the wizard ended with status $?; its reason, if it gave one, is above.
The same advice without a window:
    build/release/$command_line assess $worked_case --rules rules"
    else
        say "There is no display, so here is the advice for a worked case: $worked_case"
        "build/release/$command_line" assess "$worked_case" --rules rules ||
            die "the worked case could not be assessed (status $?); the reason is above."
    fi
}

# Runs every test on a display, a session bus and a home folder of their own, so that neither the user's windows nor
# settings can be touched or matter. The first argument is the file that takes the results.
run_every_test()
(
    HOME=$root/build/dev/home
    LC_ALL=C.UTF-8
    GDK_BACKEND=x11
    # A locale that writes numbers with commas, for the tests alone
    LOCPATH=$root/build/dev/locale
    [ -d "$LOCPATH/de_DE.UTF-8" ] || { mkdir -p "$LOCPATH" && localedef -i de_DE -f UTF-8 "$LOCPATH/de_DE.UTF-8"; }
    export HOME LC_ALL GDK_BACKEND LOCPATH
    unset LANGUAGE WAYLAND_DISPLAY AT_SPI_BUS_ADDRESS GTK_THEME GDK_SCALE GDK_DPI_SCALE
    unset XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME
    mkdir -p "$HOME"
    # shellcheck disable=SC2016  # expanded by the inner shell
    exec xvfb-run -a -s '-screen 0 1366x768x24 -noreset' dbus-run-session -- sh -c \
        'openbox & sleep 0.5; exec ctest --preset dev --output-on-failure --no-tests=error --output-junit "$1"' \
        sh "$1"
)

# refuse_skipped RESULTS: ends when a test was not run
refuse_skipped()
{
    not_run=$(sed -n 's/.*<testcase name="\([^"]*\)".* status="\(notrun\|disabled\)".*/    \1/p' "$1")
    [ -z "$not_run" ] || die "these tests were skipped, and a skipped test proves nothing:
$not_run"
}

run_tests()
{
    # shellcheck disable=SC2086
    ensure_packages $build_packages $test_packages
    # The code has no warning under g++ 12; what other compilers warn about must not stop anybody from testing.
    case $(g++ -dumpversion) in
        12 | 12.*) configure dev ;;
        *) configure dev -DFEDADVISE_WARNINGS_AS_ERRORS=OFF ;;
    esac
    build dev

    say "Running every test on a virtual display"
    results=$root/build/dev/test-results.xml
    rm -f "$results"
    run_every_test "$results" || die "not every test passed: see above. All results: build/dev/test-results.xml"

    refuse_skipped "$results"
    say "Every test passed"
}

# --- The Debian package -----------------------------------------------------------------------------------------

# The day of everything that is packed is that of the commit, so that the same commit gives the same bytes.
use_day_of_commit()
{
    SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null) || die "this is no clone of the project: the day of the package is not known.
Say it in seconds since 1970, for example SOURCE_DATE_EPOCH=1790000000 sh installer/setup.sh package"
    export SOURCE_DATE_EPOCH
}

# pack FOLDER: makes the package from what is built
pack()
{
    (cd build/release && cpack -G DEB -B "$root/$1") || die "the package could not be made; the reason is above."
    rm -rf "$1/_CPack_Packages"
}

make_package()
{
    # shellcheck disable=SC2086
    ensure_packages $build_packages $package_packages
    [ -n "${SOURCE_DATE_EPOCH:-}" ] || use_day_of_commit
    umask 022 # CPack gives folders what this leaves
    packages=build/release/packages
    rm -f "$packages"/*.deb
    configure release -DFEDADVISE_FOR_PACKAGE=ON
    build release "$command_line" "$wizard" package_files

    say "Packing, twice: in another place, time zone and language it must give the same bytes"
    pack "$packages"
    (
        TZ=Pacific/Chatham
        LC_ALL=C
        export TZ LC_ALL
        pack build/release/packages-again
    )
    cmp "$packages"/federation-adviser_*.deb build/release/packages-again/federation-adviser_*.deb ||
        die "the second package is another one."
    rm -r build/release/packages-again

    say "Trying the package in a fresh system root"
    as_root bash tests/linux/package_test.sh "$packages"/federation-adviser_*.deb "build/release/$command_line" . \
        build/release/package-test || die "the package failed: see above."
    write_bill_of_materials
    (cd "$packages" && sha256sum -- *.deb *.json >SHA256SUMS)
    say "The package is in $packages"
    cat "$packages/SHA256SUMS"
}

version_of_project() { sed -n 's/^project(.* VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt; }

commit_of_project() { git rev-parse HEAD 2>/dev/null || echo unknown; }

# Beside the package: what it is made of
write_bill_of_materials()
{
    inside=build/release/package-inside
    rm -rf "$inside"
    dpkg-deb -x "$packages"/federation-adviser_*.deb "$inside"
    python3 -B installer/sbom/sbom.py --platform linux --version "$(version_of_project)" --commit "$(commit_of_project)" \
        --seconds "$SOURCE_DATE_EPOCH" --program "$inside/usr/bin/fedadvise" --program "$inside/usr/bin/federation-adviser" \
        --package "$(echo "$packages"/federation-adviser_*.deb)" \
        --output "$packages/federation-adviser_$(version_of_project)_linux.cdx.json" || die "the bill of materials could not be made."
    rm -r "$inside"
}

# --- What buyers ask for ----------------------------------------------------------------------------------------

gather_assurance()
{
    # shellcheck disable=SC2086
    ensure_packages $build_packages $package_packages
    [ -n "${SOURCE_DATE_EPOCH:-}" ] || use_day_of_commit
    configure release -DFEDADVISE_FOR_PACKAGE=ON
    build release "$command_line"
    say "Gathering in build/assurance (the proof of the rules takes a while)"
    python3 -B installer/assurance.py "build/release/$command_line" "$(version_of_project)" "$(commit_of_project)" "$SOURCE_DATE_EPOCH" \
        build/assurance || die "not everything could be gathered; the reason is above."
}

# --- Windows ----------------------------------------------------------------------------------------------------

# The same as run_every_test, with a Windows of its own.
run_windows_tests()
(
    HOME=$root/build/windows/home
    FEDADVISE_WINE=$root/build/windows/wine
    LC_ALL=C.UTF-8
    export HOME FEDADVISE_WINE LC_ALL
    unset LANGUAGE XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME
    mkdir -p "$HOME"
    installer/windows/wine.sh cmd /c exit # makes it
    # One server from the first test to the last: else a program now and then comes while the last one's is going, and fails
    WINEPREFIX=$FEDADVISE_WINE wineserver -w
    WINEPREFIX=$FEDADVISE_WINE wineserver -p
    # Its services come with the first program and stay: with that one's output, which must not be the first test's
    installer/windows/wine.sh cmd /c exit </dev/null >/dev/null 2>&1
    # shellcheck disable=SC2016  # expanded by the inner shell
    xvfb-run -a -s '-screen 0 1366x768x24 -noreset' sh -c \
        'openbox & sleep 0.5; ctest --preset windows --output-on-failure --no-tests=error --output-junit "$1"' \
        sh "$1" || exit 1
    WINEPREFIX=$FEDADVISE_WINE wineserver -k || true
    rm -rf "$FEDADVISE_WINE" # 700 MB
)

make_for_windows()
{
    # shellcheck disable=SC2086
    ensure_packages $build_packages $test_packages $windows_packages
    say "Looking for the libraries of the Windows programs"
    FEDADVISE_WINDOWS_LIBRARIES=$(bash installer/windows/libraries.sh) ||
        die "the libraries could not be built; the reason is above. What is done is kept: start again."
    export FEDADVISE_WINDOWS_LIBRARIES
    # Other libraries than last time: what was found in those must be forgotten
    grep -qsxF "FEDADVISE_WINDOWS_LIBRARIES:PATH=$FEDADVISE_WINDOWS_LIBRARIES" build/windows/CMakeCache.txt ||
        rm -f build/windows/CMakeCache.txt
    configure windows
    build windows
    configure dev
    build dev "$command_line" # its bytes are compared with those of the Windows program

    say "Running the tests of the Windows programs under Wine"
    results=$root/build/windows/test-results.xml
    rm -f "$results"
    run_windows_tests "$results" || die "not every test passed: see above. All results: build/windows/test-results.xml"
    refuse_skipped "$results"

    say "Packing for Windows, and trying what was packed"
    bash installer/windows/package.sh build/windows || die "the installer could not be made; the reason is above."
    bash tests/windows/installer_test.sh build/windows || die "the installer failed its test; see above."
    bill=build/windows/packages/federation-adviser_$(version_of_project)_windows.cdx.json
    [ -n "${SOURCE_DATE_EPOCH:-}" ] || use_day_of_commit
    python3 -B installer/sbom/sbom.py --platform windows --version "$(version_of_project)" --commit "$(commit_of_project)" \
        --seconds "$SOURCE_DATE_EPOCH" --libraries "$FEDADVISE_WINDOWS_LIBRARIES" \
        --program build/windows/stage/fedadvise.exe --program build/windows/stage/federation-adviser.exe \
        --package "$(echo build/windows/packages/*-setup.exe)" --package "$(echo build/windows/packages/*-portable.zip)" \
        --output "$bill" || die "the bill of materials could not be made."
    (cd build/windows/packages && sha256sum -- *.exe *.zip *.json >SHA256SUMS)
    say "Installer and portable zip are in build/windows/packages"
    cat build/windows/packages/SHA256SUMS
}

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd) || die "the folder of this script could not be found."
cd "$root"

if [ $# -ne 1 ]; then
    usage >&2
    exit 2
fi
case $1 in
    run) run_program ;;
    test) run_tests ;;
    package) make_package ;;
    windows) make_for_windows ;;
    assurance) gather_assurance ;;
    help | -h | --help) usage ;;
    *)
        printf 'Unknown command: %s\n\n' "$1" >&2
        usage >&2
        exit 2
        ;;
esac
