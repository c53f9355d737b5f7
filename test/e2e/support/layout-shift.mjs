// How much a page moves while a snippet of the builder comes to life in it, as Chromium counts it for Core Web Vitals.
import { parseFragment } from 'parse5';
import { waitFor } from './browser.mjs';
import { hasButtons } from './host-page.mjs';

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

function* elementsIn(node) {
  if (node.tagName) yield node;
  for (const child of node.childNodes ?? []) yield* elementsIn(child);
}

/**
 * Takes the snippet from the running builder.
 *
 * @param query Its choices, e.g. `look=badge`; for Kik, on a site of one's own.
 */
export async function takeSnippet(serverUrl, query) {
  const answer = await fetch(`${serverUrl}/embed?service=kik&place=site&${query}`);
  for (const { tagName, childNodes } of elementsIn(parseFragment(await answer.text()))) {
    if (tagName === 'textarea') return childNodes.map(({ value }) => value).join('');
  }
  throw new Error(`the builder gives no snippet for ${query}`);
}

/** A snippet without the line that requests the feed ahead. */
export const withoutPreload = (snippet) =>
  snippet
    .split('\n')
    .filter((line) => !line.startsWith('<link'))
    .join('\n');

/** A snippet as it would be without what this measures. */
export const withoutRoom = (snippet) => snippet.replace(/ style="[^"]*"/, '');

const writePage = (snippet, isInline, width, language) => {
  const words = 'Words of the page around it, and some more of them. '.repeat(6);
  const place = isInline
    ? `<p>Right now it says: ${snippet} and that is what counts. ${words}</p>`
    : snippet;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>body { margin: 16px; font: 16px/1.5 sans-serif; } .column { width: ${width}px; }</style>
<script>
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      shifts.push({ value, moved: sources.map(({ node }) => node?.nodeName) });
  }).observe({ type: 'layout-shift', buffered: true });
</script></head><body><div class="column"><p>${words}</p>
${place}
<p id="after">${words}</p><p>${words}</p></div></body></html>`;
};

const settle = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)));
  });

const waitForWidget = async (page, form) => {
  if (form === 'frame') {
    const frame = await page.waitForFrame((one) => one.url().includes('/embed/'));
    await waitFor(frame, hasButtons);
  } else if (form === 'badge') {
    await waitFor(page, () => !!document.querySelector('outage-status:defined')?.status);
  } else {
    await waitFor(page, hasButtons);
  }
};

/**
 * Visits a page with a snippet in a column, over a slow network.
 *
 * @param browser Chromium, by Puppeteer.
 * @param site From `startHostSite`.
 * @param visit.form Key of {@link FORMS}.
 * @returns `shift`, the sum of all that moved; `shifts`, with what moved; `height` of the widget or frame in the end.
 */
export async function measureShift(browser, site, { snippet, form, width, language = 'en' }) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage({ type: 'window' });
    await page.setViewport({ width: width + 32, height: 1200 });
    await page.emulateNetworkConditions(SLOW);
    await page.goto(site.publishFile(writePage(snippet, FORMS[form].isInline, width, language)));
    await waitForWidget(page, form);
    await page.evaluate(settle);
    const { shifts, height } = await page.evaluate(() => ({
      shifts: globalThis.shifts,
      height: document.querySelector('outage-status, iframe').getBoundingClientRect().height,
    }));
    return { shift: shifts.reduce((sum, { value }) => sum + value, 0), shifts, height };
  } finally {
    await context.close();
  }
}
