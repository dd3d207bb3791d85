#!/bin/bash
# The programs use no network: they ask for no function and no library of it, and the system sees none of it while they work. The desktop
# program may talk to the display and the desktop through sockets of this machine (AF_UNIX), and to nobody else.
#
# Usage: no_network_test.sh SOURCE_FOLDER FEDADVISE [FEDERATION-ADVISER]
set -euo pipefail

source=$1
shift
work=$(mktemp -d "${TMPDIR:-/tmp}/no-network.XXXXXX")
trap 'rm -rf "$work"' EXIT
fail()
{
    printf 'FAULT: %s\n' "$*"
    exit 1
}

# --- What they ask for ------------------------------------------------------------------------------------------
functions='socket|connect|bind|listen|accept4?|send|sendto|sendmsg|recv|recvfrom|recvmsg|getaddrinfo|gethostbyname|res_query|curl_.*|SSL_.*|soup_.*|g_socket_.*|g_network_.*'
classes='wx(Socket|SockAddress|IPV4|URL|HTTP|FTP|Protocol|WebRequest|WebSession|WebView|DialUp)'
libraries='lib(wx_baseu_net|wx_gtk3u_webview|curl|ssl|gnutls|soup|nghttp|resolv)'
for program in "$@"; do
    nm -D --undefined-only "$program" | awk '{ print $2 }' | sed 's/@.*//' >"$work/asked"
    [ -s "$work/asked" ] || fail "$program asks for nothing at all, which cannot be"
    if grep -xE "$functions" "$work/asked"; then fail "$program asks for functions of a network: see above"; fi
    if c++filt <"$work/asked" | grep -E "^$classes"; then fail "$program asks for classes of a network: see above"; fi
    if objdump -p "$program" | grep NEEDED | grep -E "$libraries"; then fail "$program is linked with a library of a network: see above"; fi
done

# --- What they do -----------------------------------------------------------------------------------------------
# watch OUTPUT COMMAND...: every request of a program and its children that is about a network, but for this machine's own sockets
watch()
{
    local output=$1
    shift
    strace -f -qq -e trace=%network -o "$work/trace" "$@" >"$work/out" 2>"$work/err" || {
        head "$work/err"
        fail "$* ended with a fault"
    }
    # Calls on a socket that is there already say nothing of its kind; those that make one, or name whom they want, do
    grep -E '(socket|connect|bind|sendto|sendmsg|socketpair)\(' "$work/trace" | grep -vE 'AF_UNIX|(sendto|sendmsg)\([0-9]+, ("|\{msg_name=NULL)' >"$output" || true
}

# That it would be seen
watch "$work/seen" python3 -c 'import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(("127.0.0.1", 9))'
grep -q AF_INET "$work/seen" || fail "a connection that was made on purpose is not seen"

case=$source/resources/examples/five-valleys.fedcase
export FEDADVISE_HOME=$work/home FEDADVISE_RULES=$source/rules
for arguments in "assess $case" "assess $case --document all --format pdf --output $work/documents" "questions" "about licences"; do
    # shellcheck disable=SC2086  # arguments, split on purpose
    watch "$work/seen" "$1" $arguments
    # Not even a socket of this machine
    if [ -s "$work/trace" ] && grep -v 'exited with\|SIG' "$work/trace"; then fail "fedadvise $arguments opens sockets: see above"; fi
done

[ $# -gt 1 ] || exit 0
[ -n "${DISPLAY:-}" ] || fail "the desktop program needs a display, and there is none: run this through sh installer/setup.sh test"
NO_AT_BRIDGE=1 strace -f -qq -e trace=%network -o "$work/desktop" "$2" "$case" >"$work/out" 2>"$work/err" &
watched=$!
window=
for _ in $(seq 50); do
    window=$(xdotool search --onlyvisible --name 'Federation Adviser' 2>/dev/null | head -n1) || true
    [ -z "$window" ] || break
    sleep 1
done
[ -n "$window" ] || {
    head "$work/err"
    fail "no window came up"
}
sleep 3
kill "$(pgrep -P $watched)"
wait $watched || true
grep -q AF_UNIX "$work/desktop" || fail "the desktop program did not even reach its display"
if grep -E 'AF_INET|AF_NETLINK|AF_PACKET' "$work/desktop"; then fail "the desktop program asks for a network: see above"; fi
