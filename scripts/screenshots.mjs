// Makes the pictures in docs/images: the README's card and compact form in light and dark, the four stories of docs/side-by-side.md, and
// the renderings of docs/embedding.md. Needs a build. `npm run screenshots -- renderings` makes only that group.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findPrograms } from './engines.mjs';
import { takeRenderings } from './rendering-pictures.mjs';

process.chdir(join(import.meta.dirname, '..'));

const FOLDER = 'docs/images';
/** The demo's states for the four combinations of calm and trouble in the two voices. */
const STORIES = ['operational', 'partial-outage', 'official-only', 'confirmed'];
const CARD_WIDTH = 440;
const COMPACT_WIDTH = 640;

const readOrigin = async () => {
  for await (const chunk of server.stdout) {
    const [origin] = /http:\/\/[\w.]+:\d+/.exec(String(chunk)) ?? [];
    if (origin) return origin;
  }
  throw new Error('the server ended before it logged its address');
};

const isWhole = () =>
  document.querySelector('outage-status')?.shadowRoot?.querySelector('#toggle-report') != null;

const takePicture = async (browser, origin, { state, theme, file, variant = 'auto' }) => {
  const page = await browser.newPage();
  await page.setViewport({ width: 720, height: 1400, deviceScaleFactor: 2 });
  const width = String(variant === 'compact' ? COMPACT_WIDTH : CARD_WIDTH);
  const query = new URLSearchParams({ only: state, theme, variant, width });
  await page.goto(`${origin}/demo/states.html?${query}`);
  await page.waitForFunction(isWhole);
  const stage = await page.waitForSelector('.stage');
  await stage.screenshot({ path: join(FOLDER, file) });
  console.log(join(FOLDER, file));
  await page.close();
};

const takeCards = async (browser, origin) => {
  for (const theme of ['light', 'dark']) {
    await takePicture(browser, origin, {
      state: 'partial-outage',
      theme,
      file: `card-${theme}.png`,
    });
  }
};
const takeStories = async (browser, origin) => {
  for (const state of STORIES) {
    await takePicture(browser, origin, { state, theme: 'light', file: `story-${state}.png` });
  }
};
const takeCompact = async (browser, origin) => {
  for (const theme of ['light', 'dark']) {
    await takePicture(browser, origin, {
      state: 'partial-outage',
      theme,
      variant: 'compact',
      file: `compact-${theme}.png`,
    });
  }
};
const GROUPS = {
  cards: takeCards,
  compact: takeCompact,
  stories: takeStories,
  renderings: (browser, origin) => takeRenderings(browser, origin, FOLDER),
};
const asked = process.argv.slice(2);
const unknown = asked.filter((group) => !(group in GROUPS));
if (unknown.length > 0) {
  console.error(
    `no such pictures: ${unknown.join(', ')}; there are ${Object.keys(GROUPS).join(', ')}`,
  );
  process.exit(1);
}
const groups = asked.length > 0 ? asked : Object.keys(GROUPS);

const dataDir = mkdtempSync(join(tmpdir(), 'outage-status-pictures-'));
const server = spawn(process.execPath, ['server/dist/bin.js'], {
  env: { ...process.env, DEMO: '1', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'pipe', 'inherit'],
});

const browser = await puppeteer.launch({
  executablePath: findPrograms().chromium,
  headless: true,
  args: CHROMIUM_FLAGS,
});
try {
  mkdirSync(FOLDER, { recursive: true });
  const origin = await readOrigin();
  for (const group of groups) await GROUPS[group](browser, origin);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
  rmSync(dataDir, { recursive: true, force: true });
}
