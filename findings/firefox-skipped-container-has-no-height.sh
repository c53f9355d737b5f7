#!/usr/bin/env bash
# Firefox: an element with content-visibility: auto and container-type: inline-size has no height while it is skipped.
#
# "contain-intrinsic-height: auto 500px" gives a skipped element 500 px. Once the same element is also a container for
# queries of its inline size, Firefox ignores that, and skipped elements in a list lie on top of each other; so all of them
# look near the view to an IntersectionObserver. Chromium keeps the 500 px. Two elements, one in the other,
# help.
# Here: src/element/defined-styles.ts skips the host, while the container is inside it.
set -euo pipefail
FIREFOX=firefox-esr=153.8.0esr-1~deb12u1
PUPPETEER=puppeteer-core@25.16.0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

apt-get download "$FIREFOX" >log 2>&1 || { cat log; echo "Debian no longer has $FIREFOX"; exit 1; }
dpkg-deb -x firefox-esr_*.deb .
npm install --silent --no-audit --no-fund --ignore-scripts "$PUPPETEER"

cat >show.mjs <<'JS'
import puppeteer from 'puppeteer-core';
const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath: process.argv[2],
  headless: true,
});
const page = await browser.newPage();
const heightOf = async (style) => {
  await page.setContent(`<div style="height:5000px"></div>
    <div id="skipped" style="content-visibility:auto;contain-intrinsic-height:auto 500px;${style}">Text</div>`);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return page.evaluate(() => document.getElementById('skipped').offsetHeight);
};
console.log(await browser.version());
console.log('skipped:', await heightOf(''));
console.log('skipped, and a container:', await heightOf('container-type:inline-size'));
await browser.close();
JS
node show.mjs "$folder/usr/lib/firefox-esr/firefox-esr" | tee out

grep -qx 'skipped: 500' out || { echo "a skipped element has another height: changed"; exit 1; }
grep -qx 'skipped, and a container: 0' out || { echo "a skipped container has a height: changed"; exit 1; }
echo "As described: the container of queries loses the height that it is given while it is skipped."
