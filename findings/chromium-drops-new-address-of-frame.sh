#!/usr/bin/env bash
# Chromium: a script that changes the "src" of a frame of another site has no effect where that frame has loaded while the
# page was busy. The attribute says the new address, the frame stays at the old one, and no error tells.
#
# The frame has a process of its own, and the page's process learns of it in its event loop only. Until then the page asks for the
# new address through the empty document that was in the frame before; that is gone, so the request is dropped. A frame of the
# same site is in the page's own process, which has no such gap.
# Here: WordPress's wp-embed.js changes "src" so; packs/wordpress/includes/oembed.php writes the final address itself.
set -euo pipefail
CHROMIUM=156.0.8078.114-1~deb12u1
PUPPETEER=puppeteer-core@25.16.0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

apt-get download "chromium=$CHROMIUM" "chromium-common=$CHROMIUM" >log 2>&1 || { cat log; echo "Debian no longer has Chromium $CHROMIUM"; exit 1; }
for package in *.deb; do dpkg-deb -x "$package" .; done
npm install --silent --no-audit --no-fund --ignore-scripts "$PUPPETEER"

cat >show.mjs <<'JS'
import { createServer } from 'node:http';
import puppeteer from 'puppeteer-core';

const listen = (answer) =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(answer(new URL(request.url, 'http://localhost').searchParams));
    }).listen(0, '127.0.0.1', () => resolve(server));
  });
const frames = await listen(() => '<!doctype html><title>Frame</title>');
// "localhost" is the page's site, "127.0.0.1" is another.
const pages = await listen(
  (options) => `<!doctype html><title>Page</title>
<iframe src="http://${options.get('host')}:${frames.address().port}/"></iframe>
<script>
  document.addEventListener('DOMContentLoaded', () => {
    const end = performance.now() + ${Number(options.get('busy'))};
    while (performance.now() < end);
    document.querySelector('iframe').src += '#new';
  });
</script>`,
);
const browser = await puppeteer.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
const addressAfter = async (host, busy) => {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${pages.address().port}/?host=${host}&busy=${busy}`);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const attribute = await page.$eval('iframe', (frame) => frame.src);
  const shown = await page.frames()[1].evaluate(() => location.href);
  await page.close();
  return `attribute ${new URL(attribute).hash || 'old'}, frame ${new URL(shown).hash || 'old'}`;
};
console.log(await browser.version());
console.log('other site, page at rest:', await addressAfter('127.0.0.1', 0));
console.log('other site, page busy for 3 s:', await addressAfter('127.0.0.1', 3000));
console.log('same site, page busy for 3 s:', await addressAfter('localhost', 3000));
await browser.close();
frames.close();
pages.close();
JS
node show.mjs "$folder/usr/lib/chromium/chromium" | tee out

for case in 'other site, page at rest' 'same site, page busy for 3 s'; do
  grep -qx "$case: attribute #new, frame #new" out || { echo "$case: the new address is not there: changed"; exit 1; }
done
grep -qx 'other site, page busy for 3 s: attribute #new, frame old' out || { echo "the new address arrives: changed"; exit 1; }
echo "As described: only the frame of another site, in a busy page, stays at its old address."
