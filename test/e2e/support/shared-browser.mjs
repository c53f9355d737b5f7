// One browser of an engine for all test files of a process: a start computes more than most tests.
import { after } from 'node:test';
import { startBrowser } from './browser.mjs';

/** Browsers by engine, as promises, and the pages that each had from the start. */
const running = new Map();
const ownPages = new WeakMap();

const start = async (engine) => {
  const browser = await startBrowser(engine);
  ownPages.set(browser, await browser.pages());
  return browser;
};

/** Gives the engine's browser. Whoever is done with it calls {@link closePages}; it ends after the last test. */
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
