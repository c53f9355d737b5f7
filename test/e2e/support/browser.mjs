// Real browsers, driven over their own protocols.
import { after } from 'node:test';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findPrograms, FIREFOX_SETTINGS } from '../../../scripts/engines.mjs';

const programs = findPrograms();

const ENGINES = {
  chromium: { executablePath: programs.chromium, args: CHROMIUM_FLAGS },
  firefox: {
    browser: 'firefox',
    executablePath: programs.firefox,
    extraPrefsFirefox: FIREFOX_SETTINGS,
  },
};

/** Engines whose browser is on this machine; the runner names the others. */
export const engines = Object.keys(ENGINES).filter((name) => programs[name]);

/** Browsers by engine, as promises, and the pages that each had from the start. */
const running = new Map();
const ownPages = new WeakMap();

const start = async (engine) => {
  const browser = await puppeteer.launch({ headless: true, ...ENGINES[engine] });
  ownPages.set(browser, await browser.pages());
  return browser;
};

/**
 * Gives one engine without a window. All test files of a process share it, as a start computes more than most tests:
 * whoever is done with it calls {@link closePages}. It ends after the last test.
 */
export function launch(engine) {
  if (!running.has(engine)) running.set(engine, start(engine));
  return running.get(engine);
}

/**
 * Closes what was opened in a browser, contexts too, and leaves it running.
 *
 * @param browser Of {@link launch}, or `undefined` where it did not start.
 */
export async function closePages(browser) {
  if (!browser) return;
  for (const context of browser.browserContexts())
    if (context !== browser.defaultBrowserContext()) await context.close();
  for (const page of await browser.pages())
    if (!ownPages.get(browser).includes(page)) await page.close();
}

after(async () => {
  for (const browser of running.values()) await (await browser).close();
});

/**
 * Opens a page for a test that has no other one open, so that a tab does: in Firefox it takes half a second of computing
 * less than a window, in Chromium as much.
 */
export const openOnlyPage = (engine, browser) =>
  browser.newPage(engine === 'firefox' ? undefined : { type: 'window' });

/**
 * Gives a page empty files for its scripts. Timers still run, as an audit needs them; Chromium alone can turn scripts off,
 * by `page.setJavaScriptEnabled(false)`, with the timers.
 */
export async function emptyScripts(page) {
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    request.url().endsWith('.js')
      ? request.respond({ contentType: 'text/javascript', body: '' })
      : request.continue(),
  );
}

/**
 * Waits until a function of the page gives something true, and gives it back.
 *
 * @param read Runs in the page.
 */
export async function waitFor(page, read, argument, timeout = 10_000) {
  const handle = await page.waitForFunction(read, { timeout, polling: 50 }, argument);
  return handle.jsonValue();
}

/** Text of a part of the first widget on the page, white space collapsed; empty when it is not there. */
export const textOf = (page, selector) =>
  page.evaluate((inner) => {
    const root = document.querySelector('outage-status')?.shadowRoot;
    return (root?.querySelector(inner)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }, selector);
