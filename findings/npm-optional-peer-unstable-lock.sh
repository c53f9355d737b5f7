#!/usr/bin/env bash
# npm: the next `npm install` rewrites the lock file that npm has just written, although nothing has changed.
#
# @web/test-runner-webdriver needs webdriverio, which has an optional peer: puppeteer-core up to 24. With 25 in the root,
# npm places a tree for that peer although nobody asked for it, writes it to the lock file as "extraneous", and takes it
# out at the next install. It tries again at every install, and other packages may move on the way.
# Here: `overrides` in package.json.
set -euo pipefail
NPM=npm@11.19.1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >package.json <<'JSON'
{
  "name": "finding",
  "version": "1.0.0",
  "dependencies": {
    "@web/test-runner-chrome": "1.0.1",
    "@web/test-runner-webdriver": "1.0.0",
    "puppeteer-core": "25.16.0"
  }
}
JSON

install() {
  npx --yes "$NPM" install --package-lock-only --ignore-scripts --no-audit --no-fund --loglevel silly >log 2>&1 ||
    { tail -n 20 log; exit 1; }
  cp package-lock.json "lock-$1"
  echo "install $1: $(grep -c '"extraneous": true' "lock-$1" || true) extraneous packages in the lock file," \
    "$(grep -c 'fetch manifest' log || true) manifests asked for"
}

echo "$NPM, optional peer puppeteer-core@>=22.x <=24.x of webdriverio@9.33.1, puppeteer-core@25.16.0 in the root"
install 1
install 2
install 3

changed=$(diff lock-1 lock-2 | grep -c '^[<>]' || true)
echo "Lines that the second install changed, with the same package.json: $changed"
[ "$changed" -gt 0 ] || { echo "The second install changed nothing: npm has changed"; exit 1; }
grep -q '"extraneous": true' lock-1 || { echo "No extraneous package: npm has changed"; exit 1; }
grep -q 'fetch manifest' log || { echo "The third install asked for nothing: npm has changed"; exit 1; }
echo "As described: the lock file is not what the same npm writes a moment later, and no install is the last to look."
