// A page in any of the three engines, by the same few calls.
import { findPrograms } from '../../scripts/engines.mjs';
import { openWebkitPage } from './webkit-page.mjs';
import { engines as driven } from '../e2e/support/browser.mjs';
import { closePages, launch } from '../e2e/support/shared-browser.mjs';

const programs = findPrograms();
const hasWebkit = programs.webkitBrowser && programs.webkitDriver && programs.xvfb;

/** Engines whose browser is on this machine; the runner names the others. */
export const engines = hasWebkit ? [...driven, 'webkit'] : driven;

const WAIT_LIMIT_MS = 15_000;

const openPuppeteerPage = async (browser, { scripts = true, height = 600 }) => {
  const context = await browser.createBrowserContext();
  const own = await context.newPage({ type: 'window' });
  await own.setViewport({ width: 800, height });
  if (!scripts) await own.setJavaScriptEnabled(false);
  const evaluate = (read) => own.evaluate(`(${read})()`);
  return {
    own,
    evaluate,
    goto: (url) => own.goto(url, { waitUntil: 'domcontentloaded' }),
    async waitFor(read, limitMs = WAIT_LIMIT_MS) {
      for (const endMs = Date.now() + limitMs; Date.now() < endMs;) {
        if ((await evaluate(read)) === true) return;
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      throw new Error(`not within ${limitMs} ms: ${read}`);
    },
    async screenshot(selector) {
      const element = await own.$(selector);
      return element.screenshot({ encoding: 'base64' });
    },
    close: () => context.close(),
  };
};

/**
 * Starts a browser.
 *
 * @returns `open({ scripts, height })`, a new page with nothing in its memory, as `openWebkitPage` gives it, and with Puppeteer's
 *   page as `own` where there is one; `scripts: false` is one without JavaScript, which WebKit's driver does not have;
 *   `close()`.
 */
export async function startAnyBrowser(engine) {
  if (engine === 'webkit')
    return { open: () => openWebkitPage(programs), close: () => Promise.resolve() };
  const browser = await launch(engine);
  return {
    open: (options = {}) => openPuppeteerPage(browser, options),
    close: () => closePages(browser),
  };
}

/** Counts the pixels of two pictures of which a channel differs by more than `tolerance`. Runs in the page. */
const countDifferences = async (tolerance, ...pictures) => {
  const [one, other] = await Promise.all(
    pictures.map(async (picture) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height).data;
    }),
  );
  if (one.length !== other.length) return Infinity;
  const differing = new Set();
  for (const [index, value] of one.entries())
    if (Math.abs(value - other[index]) > tolerance) differing.add(index >> 2);
  return differing.size;
};

const TOLERANCE = { chromium: 0, firefox: 0, webkit: 48 };

/**
 * Pixels that differ between two screenshots of the same page: WebKitGTK paints the edges of letters a little differently
 * each time. A word that moves or changes is hundreds of pixels.
 */
export const NOISE = { chromium: 0, firefox: 0, webkit: 100 };

/** @returns How many pixels of two screenshots of an engine differ. */
export const comparePictures = (engine, page, one, other) => {
  const parameters = [TOLERANCE[engine], one, other].map((value) => JSON.stringify(value));
  return page.evaluate(`() => (${String(countDifferences)})(${parameters.join()})`);
};
