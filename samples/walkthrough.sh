#!/bin/sh
# WeChat's card walkthrough, one command at a time, in the sandbox.
# What a person with a phone does on a real account, "sandbox scan" does here.
set -eu

samples=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
wxcard() {
  "$samples/../scripts/wxcard" "$@" --sandbox
}

echo '1. Get an access token; it is kept in the config file'
wxcard token --jq '"good for \(.expires_in) s"'

echo '2. Upload the logo'
logo=$(wxcard upload-logo "$samples/logo.png")
echo "$logo"

echo '3. Create the card'
card_id=$(wxcard create "$samples/walkthrough/step-3-create.json" --logo "$logo")
echo "$card_id"

echo '4. Make the QR code that hands it out'
url=$(wxcard qrcode "$card_id" --jq .url)
echo "$url"

echo '5. Show it'
wxcard qrcode --from-url "$url"

echo '6. Name the testers, who can claim a card that is not approved yet'
wxcard whitelist --username usr1 --username usr2

echo '   usr1 scans the code and gets the card'
code=$(wxcard sandbox scan "$url" --as usr1 --jq .code)
echo "   $code"

echo '7. Redeem the code'
wxcard consume "$code"
