import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PALETTE } from 'outage-status/model';
import { engines } from './support/browser.mjs';
import { useHostPage } from './support/host-page.mjs';
import { useSharedServer } from './support/shared-server.mjs';

/** How many pixels of a screenshot have each colour; a browser decodes it. */
const countColors = (page, screenshot, colors) =>
  page.evaluate(
    async (base64, wanted) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const counts = Object.fromEntries(wanted.map((color) => [color, 0]));
      for (let at = 0; at < data.length; at += 4) {
        const bytes = [data[at], data[at + 1], data[at + 2]];
        const color = `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
        if (color in counts) counts[color] += 1;
      }
      return counts;
    },
    screenshot,
    colors,
  );

for (const engine of engines) {
  describe(`the badge as a picture on a foreign page in ${engine}`, () => {
    const host = useHostPage(engine, { start: useSharedServer });

    // `operational`, as every service of the demo is at its start.
    const GROUND = { light: PALETTE.good.light, dark: PALETTE.good.dark };
    const shows = async (scheme, query) => {
      const { page } = await host.open(
        `<img src="${host.server.url}/badge/kik.svg?size=large${query}" alt="Kik status">`,
        { withWidget: false, head: `<style>:root { color-scheme: ${scheme} }</style>` },
      );
      const image = await page.waitForSelector('img');
      await page.evaluate(() => document.images[0].decode());
      const screenshot = await image.screenshot({ encoding: 'base64' });
      const counts = await countColors(page, screenshot, Object.values(GROUND));
      await page.close();
      const [lightCount, darkCount] = [counts[GROUND.light], counts[GROUND.dark]];
      assert.ok(Math.max(lightCount, darkCount) > 1000, `${lightCount} and ${darkCount} pixels`);
      assert.ok(Math.min(lightCount, darkCount) < 50, `${lightCount} and ${darkCount} pixels`);
      return lightCount > darkCount ? 'light' : 'dark';
    };

    for (const scheme of ['light', 'dark']) {
      it(`follows the colour scheme of a ${scheme} page, unless a theme is forced`, async () => {
        assert.equal(await shows(scheme, ''), scheme);
        assert.equal(await shows(scheme, '&theme=light'), 'light');
        assert.equal(await shows(scheme, '&theme=dark'), 'dark');
      });
    }
  });
}
