// How much a page moves while a snippet of the builder comes to life in it, as Chromium counts it for Core Web Vitals.
import { waitFor } from './browser.mjs';

/** Columns of a page in CSS pixels, from a sidebar to a wide text. */
export const COLUMNS = [320, 480, 640, 900];

/** What is measured: the builder's choices, and whether it stands in a sentence. */
export const FORMS = {
  compact: { query: 'look=compact', isInline: false },
  card: { query: 'look=card', isInline: false },
  badge: { query: 'look=badge', isInline: true },
  frame: { query: 'as=iframe', isInline: false },
};

/** More than this is worth a complaint; Google calls up to 0.1 good. */
export const MOST_SHIFT = 0.02;

// Latency and bandwidth of a phone: a page whose files are there at once paints nothing in between.
const SLOW = { latency: 100, download: 200_000, upload: 200_000 };

/** A snippet without the line that requests the feed ahead. */
export const withoutPreload = (snippet) =>
  snippet
    .split('\n')
    .filter((line) => !line.startsWith('<link'))
    .join('\n');

/** A snippet as it would be without what this measures. */
export const withoutRoom = (snippet) => snippet.replace(/ style="[^"]*"/, '');

const writePage = (snippet, isInline, widths, language) => {
  const words = 'Words of the page around it, and some more of them. '.repeat(6);
  const place = isInline
    ? `<p>Right now it says: ${snippet} and that is what counts. ${words}</p>`
    : snippet;
  const columns = widths.map(
    (width) =>
      `<div style="flex: 0 0 ${width}px"><p>${words}</p>\n${place}\n<p>${words}</p><p>${words}</p></div>`,
  );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>body { margin: 16px; font: 16px/1.5 sans-serif; display: flex; gap: 16px; align-items: start }</style>
<script>
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      shifts.push({ value, moved: sources.map(({ node }) => node?.nodeName) });
  }).observe({ type: 'layout-shift', buffered: true });
</script></head><body>${columns.join('\n')}</body></html>`;
};

const settle = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)));
  });

const HEIGHT = 1200;

/** Whether every widget of a page is all there. Runs in the page. */
const areWhole = (part) =>
  [...document.querySelectorAll('outage-status')].every(
    ({ status, shadowRoot }) => status && shadowRoot.querySelector(part),
  );

const waitForWidgets = async (page, form, count) => {
  if (form !== 'frame')
    return waitFor(page, areWhole, form === 'badge' ? '[part=badge]' : '#toggle-report');
  const isFrame = (one) => one.url().includes('/embed/');
  while (page.frames().filter(isFrame).length < count)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return Promise.all(
    page
      .frames()
      .filter(isFrame)
      .map((one) => waitFor(one, areWhole, '#toggle-report')),
  );
};

/**
 * Visits a page with a snippet in each of some columns side by side, over a slow network.
 *
 * @param browser Chromium, by Puppeteer.
 * @param site From `startHostSite`.
 * @param visit.form Key of {@link FORMS}.
 * @returns `shift`, the sum of all that moved, of what the narrowest column would have by itself in its window: what moves
 *   in one column is a smaller part of a window with all; `shifts`, with what moved.
 */
export async function measureShift(browser, site, { snippet, form, widths, language = 'en' }) {
  const context = await browser.createBrowserContext();
  const windowWidth = widths.reduce((sum, width) => sum + width + 16, 16);
  try {
    const page = await context.newPage({ type: 'window' });
    await page.setViewport({ width: windowWidth, height: HEIGHT });
    await page.emulateNetworkConditions(SLOW);
    await page.goto(site.publishFile(writePage(snippet, FORMS[form].isInline, widths, language)));
    await waitForWidgets(page, form, widths.length);
    await page.evaluate(settle);
    const shifts = await page.evaluate(() => globalThis.shifts);
    const sum = shifts.reduce((total, { value }) => total + value, 0);
    // What counts is the share of the window's area, times the distance in parts of its longer side.
    const area = windowWidth / (Math.min(...widths) + 32);
    const side = Math.max(windowWidth, HEIGHT) / HEIGHT;
    return { shift: sum * area * side, shifts };
  } finally {
    await context.close();
  }
}
