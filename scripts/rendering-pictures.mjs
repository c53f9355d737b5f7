// Makes pictures of the renderings without scripts, for docs/embedding.md: a sheet of badges in every state and size, the
// card, and the server's pages.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFeed } from 'outage-status/feed';
import { BADGE_SIZES, drawBadge } from '../server/dist/render/badge.js';
import { drawCard } from '../server/dist/render/card.js';
import { Rasterizer } from '../server/dist/render/rasterizer.js';
import { renderLanguage } from '../server/dist/render/render-language.js';
import { viewStatus } from '../server/dist/render/status-view.js';

/** The demo's states on the sheet, one for each status. */
const STATES = [
  'operational',
  'degraded',
  'partial-outage',
  'major-outage',
  'maintenance',
  'unknown',
];
/** The service whose vendor the demo plays. */
const SERVICE = 'kik';
const OUTAGE_LIMIT_MS = 30_000;

/** The pages to picture: width and minimum height in CSS pixels. */
const PAGES = [
  { file: 'page', path: `/${SERVICE}`, width: 760, height: 900 },
  { file: 'page-arabic', path: `/${SERVICE}?lang=ar`, width: 360, height: 900, dark: true },
  { file: 'list', path: '/services', width: 760, height: 700 },
  { file: 'embed', path: `/embed/${SERVICE}`, width: 480, height: 400, whole: true },
  {
    file: 'embed-compact',
    path: `/embed/${SERVICE}?look=compact`,
    width: 480,
    height: 100,
    whole: true,
  },
  {
    file: 'builder',
    path: `/embed?service=${SERVICE}`,
    width: 1100,
    height: 880,
  },
  {
    file: 'builder-phone',
    path: `/embed?service=${SERVICE}&place=readme&size=large`,
    width: 320,
    height: 1150,
    dark: true,
  },
];

const readState = async (origin, state) =>
  parseFeed(await (await fetch(`${origin}/demo/states/${state}/status.json`)).json());

/** Writes half of the sheet as HTML: every state and size in one colour scheme. */
const drawHalf = (feeds, theme, nowMs) => {
  const draw = (feed, options) => {
    const view = viewStatus(feed.service, feed, renderLanguage(options.lang), nowMs);
    return drawBadge(view, { size: 'small', label: undefined, withTime: false, theme, ...options });
  };
  const rows = [
    ...feeds.map((feed) => draw(feed, { size: 'medium' })),
    ...BADGE_SIZES.map((size) => draw(feeds[2], { size })),
    draw(feeds[2], { withTime: true }),
    draw(feeds[2], { label: '' }),
    draw(feeds[2], { lang: 'ar' }),
  ];
  const ground = theme === 'dark' ? '#17191e' : '#ffffff';
  const images = rows.map(({ text }) => {
    const address = `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`;
    return `<p><img src="${address}" alt=""></p>`;
  });
  return `<div style="padding: 12px 24px; background: ${ground}">${images.join('')}</div>`;
};

const takeBadges = async (browser, origin, folder) => {
  const feeds = await Promise.all(STATES.map((state) => readState(origin, state)));
  const page = await browser.newPage();
  await page.setViewport({ width: 800, height: 600 });
  const halves = ['light', 'dark'].map((theme) => drawHalf(feeds, theme, Date.now()));
  await page.setContent(
    `<div id="sheet" style="display: inline-flex; font-size: 0">${halves.join('')}</div><style>p { margin: 10px 0 }</style>`,
  );
  const sheet = await page.waitForSelector('#sheet');
  await sheet.screenshot({ path: join(folder, 'rendering-badges.png') });
  await page.close();
};

/** Makes the stand-in vendor report an incident, and waits until the feed shows it. */
const playOutage = async (origin) => {
  await fetch(`${origin}/demo/vendor/state`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ state: 'incident' }),
  });
  for (const endAtMs = Date.now() + OUTAGE_LIMIT_MS; Date.now() < endAtMs;) {
    const feed = await (await fetch(`${origin}/v1/services/${SERVICE}/status.json`)).json();
    if (feed.status === 'partial_outage') return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the feed does not show the incident of the stand-in vendor');
};

/** Draws the card with the documentation's address, `status.example`. */
const drawDocumentedCard = async (origin, folder) => {
  const answer = await fetch(`${origin}/v1/services/${SERVICE}/status.json`);
  const feed = parseFeed(await answer.json());
  const view = viewStatus(feed.service, feed, renderLanguage('en'), Date.now());
  const svg = drawCard(view, 'light', `status.example/${SERVICE}`).text;
  const { bytes } = await new Rasterizer().png(svg, 1);
  await writeFile(join(folder, 'rendering-card.png'), bytes);
};

const isReady = () => {
  const widget = document.querySelector('outage-status');
  return (
    [...document.images].every(({ complete }) => complete) &&
    (!widget || widget.feed !== undefined) &&
    (!widget || widget.variant === 'badge' || !!widget.shadowRoot.querySelector('#toggle-report'))
  );
};

const takePage = async (browser, origin, folder, { file, path, width, height, dark, whole }) => {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
  ]);
  await page.goto(origin + path, { waitUntil: 'load' });
  await page.waitForFunction(isReady);
  // Show the documentation's address.
  await page.evaluate(() => {
    for (const text of document.querySelectorAll('textarea'))
      text.value = text.value.replaceAll(location.origin, 'https://status.example');
  });
  await page.screenshot({ path: join(folder, `rendering-${file}.png`), fullPage: whole ?? false });
  await page.close();
};

/**
 * Makes the pictures as `rendering-….png`.
 *
 * @param origin Origin of a demo server; its stand-in vendor reports an incident afterwards.
 * @param folder Folder of the pictures.
 */
export async function takeRenderings(browser, origin, folder) {
  await takeBadges(browser, origin, folder);
  await playOutage(origin);
  await drawDocumentedCard(origin, folder);
  for (const page of PAGES) await takePage(browser, origin, folder, page);
}
