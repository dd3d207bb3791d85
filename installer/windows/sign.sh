#!/bin/sh
# Signs a Windows program, library or installer in place: sign.sh FILE
# What to sign with comes from the environment, so that NSIS can call this for the uninstaller too:
#
#   FEDADVISE_SIGN_CERTIFICATE  the certificate and those above it (PEM), or a PKCS#12 file (*.p12, *.pfx)
#   FEDADVISE_SIGN_KEY          its key (PEM); not with a PKCS#12 file
#   FEDADVISE_SIGN_PASSWORD     a file with the password, when there is one
#   FEDADVISE_SIGN_TIMESTAMP    address of a time-stamping server (RFC 3161), such as the one that the issuer of the
#                               certificate names; without it the signature ends with the certificate
set -eu
if [ $# -ne 1 ] || [ -z "${FEDADVISE_SIGN_CERTIFICATE:-}" ]; then
    sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
file=$1
signed=$file.signed
rm -f "$signed"
set -- -h sha256 -n 'Federation Adviser'
case $FEDADVISE_SIGN_CERTIFICATE in
    *.p12 | *.pfx) set -- "$@" -pkcs12 "$FEDADVISE_SIGN_CERTIFICATE" ;;
    *) set -- "$@" -certs "$FEDADVISE_SIGN_CERTIFICATE" -key "${FEDADVISE_SIGN_KEY:?names the key}" ;;
esac
[ -z "${FEDADVISE_SIGN_PASSWORD:-}" ] || set -- "$@" -readpass "$FEDADVISE_SIGN_PASSWORD"
if [ -n "${FEDADVISE_SIGN_TIMESTAMP:-}" ]; then
    set -- "$@" -ts "$FEDADVISE_SIGN_TIMESTAMP"
else
    echo "sign.sh: $file gets no timestamp (FEDADVISE_SIGN_TIMESTAMP): its signature ends with the certificate." >&2
fi
osslsigncode sign "$@" -in "$file" -out "$signed" >/dev/null
mv "$signed" "$file"
