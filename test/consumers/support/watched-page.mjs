import { setTimeout as sleep } from 'node:timers/promises';

/** The answer that the tags of every app ask for on purpose. */
const EXPECTED = /no-such-service/;

/**
 * Opens a page and notes what it asks for and complains of.
 *
 * @param options.prepare Gets the page before it goes to its address.
 * @returns `page`; `problems`, errors and warnings; `requests`, the addresses. Both grow while the page is open.
 */
export async function openWatchedPage(browser, url, { prepare } = {}) {
  const page = await browser.newPage({ type: 'window' });
  const problems = [];
  const requests = [];
  // So high that tags which load when they are visible do.
  await page.setViewport({ width: 1200, height: 8000 });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (!['error', 'warn'].includes(message.type())) return;
    const address = message.location().url ?? '';
    if (!EXPECTED.test(address) && !/favicon/.test(address)) problems.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.evaluateOnNewDocument(() => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector('outage-status')) return;
      globalThis.wasDefinedAtFirstTag = !!customElements.get('outage-status');
      seen.disconnect();
    });
    seen.observe(document, { childList: true, subtree: true });
  });
  await prepare?.(page);
  await page.goto(url);
  return { page, problems, requests };
}

// A busy machine is no failure.
const LONGEST_MS = 30_000;

/** Asks until an answer is good, for at most half a minute or as long as said; gives the last answer. */
export async function poll(ask, isGood, longestMs = LONGEST_MS) {
  for (const endMs = performance.now() + longestMs; ; await sleep(50)) {
    const answer = await ask();
    if (isGood(answer) || performance.now() > endMs) return answer;
  }
}
