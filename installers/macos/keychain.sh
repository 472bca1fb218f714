#!/bin/bash
# keychain.sh: put the certificate of DAVIT_MAC_CERTIFICATE (a .p12 in base64, opened by
# DAVIT_MAC_PASSWORD) into a keychain of its own and the key of DAVIT_NOTARY_KEY_TEXT into a file,
# and say so to the steps that follow (GITHUB_ENV). Without a certificate it does nothing.
set -euo pipefail
if [ "${1:-}" = --help ]; then
    sed -n '2,4s/^# //p' "$0"
    exit
fi
[ -n "${DAVIT_MAC_CERTIFICATE:-}" ] || { echo "No certificate: signed ad hoc."; exit; }
folder=$RUNNER_TEMP/signing
mkdir -m 700 "$folder"
keychain=$folder/davit.keychain-db
password=$(openssl rand -hex 20)
printf %s "$DAVIT_MAC_CERTIFICATE" | base64 --decode >"$folder/certificate.p12"
security create-keychain -p "$password" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$folder/certificate.p12" -k "$keychain" -P "$DAVIT_MAC_PASSWORD" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$password" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
rm "$folder/certificate.p12"
identity=$(security find-identity -v -p codesigning "$keychain" |
    sed -n 's/.*"\(Developer ID Application: .*\)"/\1/p' | head -n 1)
[ -n "$identity" ] || { echo "The certificate is no Developer ID Application." >&2; exit 1; }
echo "DAVIT_MAC_IDENTITY=$identity" >>"$GITHUB_ENV"
if [ -n "${DAVIT_NOTARY_KEY_TEXT:-}" ]; then
    (umask 077 && printf %s "$DAVIT_NOTARY_KEY_TEXT" >"$folder/notary.p8")
    echo "DAVIT_NOTARY_KEY=$folder/notary.p8" >>"$GITHUB_ENV"
fi
