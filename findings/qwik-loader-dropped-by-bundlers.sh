#!/usr/bin/env bash
# Qwik: a bare import of its loader, `import '@builder.io/qwik/qwikloader.js'`, is dropped from production builds.
#
# The loader does nothing but register listeners, yet the package's package.json says `"sideEffects": false`, which covers
# that file too. So a bundler may leave the import out, and does: without a warning, no event of the page is heard in
# production, while in development all are.
# Here: test/consumers/apps/qwik-vite imports the loader with `?url` and adds its script.
set -euo pipefail
QWIK=1.20.1
VITE=7.3.8
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "name": "finding", "version": "1.0.0", "private": true, "type": "module" }' >package.json
npm install --ignore-scripts --no-audit --no-fund "@builder.io/qwik@$QWIK" "vite@$VITE" >log 2>&1 || { tail -n 20 log; exit 1; }
node -e '
  const { version, sideEffects, exports } = require("./node_modules/@builder.io/qwik/package.json");
  console.log(`@builder.io/qwik ${version}: "sideEffects": ${JSON.stringify(sideEffects)}, "./qwikloader.js": ${JSON.stringify(exports["./qwikloader.js"])}`);'

cat >index.html <<'HTML'
<!doctype html>
<script type="module" src="/main.js"></script>
HTML
cat >main.js <<'JS'
import '@builder.io/qwik/qwikloader.js';
document.title = 'the page';
JS
npx vite build --logLevel warn >build 2>&1 || { cat build; exit 1; }
echo "vite $VITE build warns of: $(cat build | grep . || echo nothing)"

MARK='document.addEventListener\|qsymbol\|q:container'
in_package=$(grep -c "$MARK" node_modules/@builder.io/qwik/dist/qwikloader.js || true)
in_build=$(cat dist/assets/*.js | grep -c "$MARK" || true)
echo "lines that listen or name what Qwik listens to: $in_package in the loader, $in_build in the build"
echo "the end of the build: $(cat dist/assets/*.js | tail -c 60)"

[ "$in_package" -gt 0 ] || { echo "the mark is not in the loader: changed"; exit 1; }
[ "$in_build" -eq 0 ] || { echo "the loader is in the build: changed"; exit 1; }
echo "As described: the import is gone, and nothing says so."
