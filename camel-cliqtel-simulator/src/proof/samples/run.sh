#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs the samples of Cliqtel's reference against the runnable jar. Changed in them are the URLs and the key, nothing else.
# usage: run.sh [JAR]; the receiver needs express: EXPRESS=DIRECTORY-WITH-node_modules, or npm and the network
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jar=${1:-$(ls "$here"/../../../target/*-runnable.jar)}
work=$(mktemp -d)
failed=0
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 1

java -jar "$jar" --port 0 --delivery-time 1s >jar.out 2>&1 &
for _ in $(seq 100); do grep -q 'API key' jar.out && break; sleep 0.1; done
base=$(sed -n 's/^ *base URL *//p' jar.out)
key=$(sed -n 's/^ *API key *//p' jar.out)
echo "the jar is at $base"

sample() {
    sed -e "s|https://cliqtel.com/api/v1/sms|$base|; s|YOUR_API_KEY|$key|; s|your_api_key_here|$key|" \
        -e "s|https://yourapp.com|http://127.0.0.1:3000|" "$here/reference/$1"
}

has() { command -v "$1" >/dev/null && return; echo "SKIPPED: there is no $1"; return 1; }

# verdict WHAT PATTERN FILE
verdict() {
    cat "$3"; echo
    if grep -Eq "$2" "$3"; then echo "OK: $1"; else echo "FAILED: $1, no $2"; failed=1; fi
    echo
}

# curl's progress meter is left out by the environment, not by the sample
mkdir curl && echo silent >curl/.curlrc && export CURL_HOME=$work/curl
if has curl; then
    for name in send get numbers list; do
        echo "== $name.sh"
        sample $name.sh >$name.sh
        # the list's URL is not quoted: the shell ends the first command at its &, and runs the rest as another
        sh $name.sh >$name.out 2>&1; sleep 1
        case $name in
            numbers) verdict $name.sh '"number":"\+16625163513"' $name.out ;;
            list) verdict "list.sh, which asks without the key" 'unauthenticated' $name.out ;;
            *) verdict $name.sh '"id":42' $name.out ;;
        esac
    done
    echo "== list.sh with its URL in quotes"
    sample list.sh | sed 's|\(http[^ ]*\)|"\1"|' >list-quoted.sh
    sh list-quoted.sh >list-quoted.out 2>&1
    verdict "list.sh in quotes" '"per_page":10' list-quoted.out
fi

if has node; then
    echo "== send.mjs"; sample send.mjs >send.mjs; node send.mjs >node.out 2>&1
    verdict send.mjs '^Sent! ID: [0-9]+, Status: queued$' node.out
fi

python=$(for p in python3 /usr/bin/python3; do $p -c 'import requests' 2>/dev/null && echo $p && break; done)
if [ -n "$python" ]; then
    echo "== send.py"; sample send.py >send.py; $python send.py >py.out 2>&1
    verdict send.py '^Sent! ID: [0-9]+, Status: queued$' py.out
else
    echo "SKIPPED: there is no python3 with requests"
fi

if has php; then
    if php -m | grep -qx curl; then
        echo "== send.php"; php -r "$(sample send.php)" >php.out 2>&1
        verdict send.php '^Sent! ID: [0-9]+$' php.out
    else
        echo "SKIPPED: php has no curl"
    fi
fi

if has node && has curl; then
    export NODE_PATH=${EXPRESS:-$work}/node_modules
    [ -d "$NODE_PATH/express" ] || npm install --silent --no-save express@5 >/dev/null 2>&1
    if [ ! -d "$NODE_PATH/express" ]; then
        echo "SKIPPED: there is no express"
    elif curl http://127.0.0.1:3000 >/dev/null; then
        echo "SKIPPED: the receiver's port, 3000, is taken"
    else
        echo "== receiver.js, send-with-callback.sh"
        sample receiver.js >receiver.cjs; node receiver.cjs >receiver.out 2>&1 &
        sleep 2; sample send-with-callback.sh >callback.sh; sh callback.sh; echo; sleep 3
        verdict receiver.js '^Message [0-9]+: delivered$' receiver.out
        kill %2; sleep 1
        echo "== verify.js, with a webhook of the jar"
        { sample verify.js; cat "$here/verify-webhook.js"; } >verify.cjs
        SECRET=$key node verify.cjs >verify.out 2>&1 &
        sleep 2; sh callback.sh >/dev/null; sleep 3
        verdict verify.js '^genuine: true, changed: false$' verify.out
    fi
fi
exit $failed
