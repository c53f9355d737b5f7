// Real browsers, driven over their own protocols.
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const ENGINES = {
  chromium: {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
  firefox: {
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
  },
};

/** Engines whose browser is on this machine; the runner names the others. */
export const engines = Object.keys(ENGINES).filter((name) =>
  existsSync(ENGINES[name].executablePath),
);

/** Starts one engine without a window. */
export const launch = (engine) => puppeteer.launch({ headless: true, ...ENGINES[engine] });

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
