#!/usr/bin/env bash
# npm: version 10 takes "libc" out of a lock file of version 11, and then glibc and musl builds are both installed.
#
# npm 11.11 and later write the field (npm/cli#9025, which expects older versions to ignore it). Any `npm install` of
# npm 10, which comes with Node 20 and 22, removes it instead, although no dependency has changed; from then on npm 11
# cannot tell the builds apart either, and does not put the field back.
# Here: package-lock.json is kept without it; test/package/lock-file.test.mjs.
set -euo pipefail
NEW=npm@11.19.1
OLD=npm@10.9.9
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "name": "finding", "version": "1.0.0", "dependencies": { "rollup": "4.53.5" } }' >package.json
run() {
  npx --yes "$@" --ignore-scripts --no-audit --no-fund >log 2>&1 || { tail -n 20 log; exit 1; }
}
count() { grep -c '"libc"' package-lock.json || true; }
builds() { ls node_modules/@rollup | tr '\n' ' '; }

[ "$(uname -s)" = Linux ] || { echo "Linux only: elsewhere no build has a libc"; exit 1; }

run "$NEW" install
written=$(count)
echo "$NEW install: \"libc\" $written times; installed: $(builds)"

run "$OLD" install
left=$(count)
echo "$OLD install, same package.json: \"libc\" $left times"

rm -rf node_modules
run "$NEW" install
again=$(count)
echo "$NEW install, from that lock file: \"libc\" $again times; installed: $(builds)"

[ "$written" -gt 0 ] || { echo "npm 11 writes no libc: changed"; exit 1; }
[ "$left" -eq 0 ] || { echo "npm 10 keeps libc: changed"; exit 1; }
[ "$again" -eq 0 ] || { echo "npm 11 puts libc back: changed"; exit 1; }
[ "$(ls node_modules/@rollup | wc -l)" -eq 2 ] || { echo "one build alone is installed: changed"; exit 1; }
echo "As described: one install of npm 10 brings both builds to everyone."
