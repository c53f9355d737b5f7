#!/usr/bin/env bash
# esbuild: with `splitting`, the target of an `import()` is written as a file of its own even where the function around it
# has been dropped, so that no file names it.
#
# A package without side effects has two functions; one loads a large module on demand. An app uses the other one. The
# function is tree-shaken, the large module is not: its chunk lies in the output, and whoever adds up the folder, or lists
# its files for a service worker to fetch ahead, counts it. Rollup writes one file.
# Met when weighing a bundle of the class alone: the chart seemed to be in it. Nothing here works around it.
set -euo pipefail
ESBUILD=0.28.2
ROLLUP=4.68.8
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module", "private": true }' >package.json
npm install --no-audit --no-fund --silent "esbuild@$ESBUILD" "rollup@$ROLLUP"

mkdir lib
echo '{ "name": "lib", "type": "module", "sideEffects": false, "exports": "./index.js" }' >lib/package.json
cat >lib/index.js <<'JS'
export const small = () => 'small';
export const large = async () => (await import('./large.js')).text;
JS
echo "export const text = 'only for those who ask for it';" >lib/large.js
echo "import { small } from './lib/index.js'; console.log(small());" >app.js

npx esbuild app.js --bundle --splitting --format=esm --outdir=out-esbuild --log-level=error
npx rollup app.js --format es --dir out-rollup --silent

echo "esbuild $ESBUILD: $(ls out-esbuild | tr '\n' ' ')"
echo "rollup $ROLLUP: $(ls out-rollup | tr '\n' ' ')"
chunk=$(grep -l 'only for those who ask' out-esbuild/*.js || true)
[ -n "$chunk" ] || { echo "esbuild writes no chunk for it any more"; exit 1; }
if grep -rq "$(basename "$chunk" .js)" out-esbuild --include=app.js; then
  echo "app.js names the chunk: esbuild keeps the function now"
  exit 1
fi
[ "$(ls out-rollup | wc -l)" = 1 ] || { echo "Rollup writes a second file now"; exit 1; }
echo "As described: $(basename "$chunk") is written, and no file of the output names it."
