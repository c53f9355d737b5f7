// Real browsers, driven over their own protocols.
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

/** Starts one engine without a window; whoever starts it closes it. Tests share one: `launch` of `shared-browser.mjs`. */
export const startBrowser = (engine) => puppeteer.launch({ headless: true, ...ENGINES[engine] });

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
