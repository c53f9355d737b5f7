// What every app must do, tried in a real page of it. The same for all apps.
import { isDeepStrictEqual } from 'node:util';
import { openWatchedPage, poll } from './watched-page.mjs';
import { passTime } from './pass-time.mjs';
import { EVENTS, expectedOf, TAG_COUNT } from './tags.mjs';

/** Each tag's options, and what of them is on screen. Runs in the page. */
const readTags = (names) =>
  Object.fromEntries(
    [...document.querySelectorAll('outage-status')].map((element) => {
      const root = element.shadowRoot;
      const options = names.map((name) => [name, element[name]]);
      const hasReportButton = !!root?.querySelector('#toggle-report');
      const heading = root?.querySelector('[role=heading]');
      const level = Number(heading?.getAttribute('aria-level') ?? 0);
      const language = root?.querySelector('.card')?.lang;
      return [element.id, { ...Object.fromEntries(options), hasReportButton, level, language }];
    }),
  );

const differences = (found, expected) =>
  Object.entries(expected)
    .filter(([name, value]) => !isDeepStrictEqual(found?.[name], value))
    .map(
      ([name, value]) =>
        `${name} is ${JSON.stringify(found?.[name])}, not ${JSON.stringify(value)}`,
    );

/** Waits until two tags, `spelling` and `spelling-no`, have their values; else says what differs. */
async function checkValues({ page, server }, spelling, isFlipped = false) {
  const expected = [isFlipped, !isFlipped].map((isNo) => expectedOf(server, isNo));
  const names = Object.keys(expected[0]);
  const found = await poll(
    async () => {
      const tags = await page.evaluate(readTags, names);
      return [spelling, `${spelling}-no`].flatMap((id, index) =>
        differences(tags[id], expected[index]).map((text) => `${id}: ${text}`),
      );
    },
    (wrong) => wrong.length === 0,
  );
  if (found.length > 0)
    throw new Error(`${isFlipped ? 'after a change, ' : ''}${found.join('; ')}`);
}

const press = (page, selector) =>
  page.evaluate((target) => document.querySelector(target).click(), selector);

async function checkSpelling(visit, spelling) {
  await checkValues(visit, spelling);
  if (visit.app.isStatic) return;
  try {
    await press(visit.page, '#flip');
    await checkValues(visit, spelling, true);
  } finally {
    await press(visit.page, '#flip');
  }
  await checkValues(visit, spelling);
}

const setVendor = async (server, state) => {
  const answer = await fetch(`${server}/demo/vendor/state`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ state }),
  });
  if (!answer.ok) throw new Error(`the demo's vendor answered ${answer.status}`);
};

/** Brings about every event after the page has settled: a server's page may have loaded a feed before the framework listens. */
async function checkEvents({ page, server }) {
  await setVendor(server, 'incident');
  await page.evaluate(async () => {
    const find = (id) => document.getElementById(id);
    find('failing').service = 'no-such-service-either';
    await find('watching').refreshNow();
    find('reporting').service = 'discord';
    await find('reporting').refreshNow();
    const [{ id }] = find('reporting').feed.community.categories;
    await find('reporting').report(id);
  });
  await setVendor(server, 'operational');
  const missing = await poll(
    async () => {
      const heard = await page.evaluate(() => globalThis.heard ?? []);
      return EVENTS.filter((event) => !heard.includes(event));
    },
    ({ length }) => length === 0,
  );
  if (missing.length > 0) throw new Error(`not heard: ${missing.join(', ')}`);
}

async function checkServerHtml({ browser, url }) {
  const page = await browser.newPage({ type: 'window' });
  try {
    await page.setJavaScriptEnabled(false);
    await page.goto(url);
    const html = await page.content();
    const tags = (html.match(/<outage-status\s[^>]*>(?:<!--[^>]*-->)*<a [^>]*>Kik<\/a>/g) ?? [])
      .length;
    if (tags !== TAG_COUNT) throw new Error(`${tags} of ${TAG_COUNT} tags have their content`);
  } finally {
    await page.close();
  }
}

const watcherCount = async (server) => {
  const metrics = await (await fetch(`${server}/v1/metrics`)).text();
  return Number(/^outage_status_watchers (\d+)/m.exec(metrics)?.[1]);
};

/** What a page asks for in the ten minutes that pass; a request of our own at their end shows that they have passed. */
async function requestsInTenMinutes({ page, requests }) {
  const ownRequest = await page.evaluate(() => {
    const address = new URL('?ten-minutes-later', location.href).href;
    setTimeout(() => void fetch(address), 590_000);
    return address;
  });
  requests.length = 0;
  await passTime(page, 600);
  if (!(await poll(() => requests.includes(ownRequest), Boolean)))
    throw new Error('time does not pass, so nothing is known of later requests');
  return requests.filter((address) => address !== ownRequest);
}

/**
 * On a busy machine a page may have no event stream for a while: one whose report takes over three seconds closes its
 * streams for five minutes, to free their connections, and opens them again with the poll after that.
 */
const STREAM_MS = 400_000;

async function checkUnmount(visit) {
  const { page, server } = visit;
  const open = () => watcherCount(server);
  if ((await poll(open, (count) => count > 0, STREAM_MS)) === 0)
    throw new Error('there is no event stream that could end');
  await press(page, '#leave');
  const left = await poll(
    () => page.evaluate(() => document.querySelectorAll('outage-status').length),
    (count) => count === 0,
  );
  if (left > 0) throw new Error(`${left} elements are left`);
  const streams = await poll(open, (count) => count === 0);
  if (streams > 0) throw new Error(`${streams} event streams are left open`);
  const requests = await requestsInTenMinutes(visit);
  const later = requests.filter((address) => address.startsWith(server));
  if (later.length > 0) throw new Error(`requests afterwards: ${later.join(', ')}`);
}

/** Whether the element was defined when the first tag came into the page must be as the page says, or it shows nothing. */
async function checkOrder({ page, isLate, app }) {
  if (app.rendersOnServer) return;
  const wasDefined = await page.evaluate(() => globalThis.wasDefinedAtFirstTag);
  if (wasDefined === isLate)
    throw new Error(`the element is defined ${isLate ? 'before' : 'after'} the first tag`);
}

/**
 * Tries one page of an app.
 *
 * @param visit.url Address of the page, on another origin than the feed server.
 * @param visit.isLate Whether the page defines the element only after the framework has rendered its tag.
 * @returns For each assertion that this page can be asked: `undefined` if it holds, else what is wrong.
 */
export async function checkPage({ app, browser, server, url, isLate }) {
  await setVendor(server, 'operational');
  const watched = await openWatchedPage(browser, url);
  const { page, problems } = watched;
  const visit = { ...watched, app, browser, server, url, isLate };
  const checks = {
    'property names': () => checkSpelling(visit, 'properties'),
    'attribute names': () => checkSpelling(visit, 'attributes'),
    texts: () => checkValues(visit, 'texts'),
    events: () => checkEvents(visit),
    ...(app.rendersOnServer && { 'server HTML': () => checkServerHtml(visit) }),
    ...(!app.isStatic && { unmount: () => checkUnmount(visit) }),
    console: () => {
      if (problems.length > 0) throw new Error(problems.join('; '));
    },
  };
  const outcomes = {};
  try {
    await checkOrder(visit);
    for (const [name, check] of Object.entries(checks)) {
      try {
        await check();
        outcomes[name] = undefined;
      } catch (error) {
        outcomes[name] = error.message;
      }
    }
  } finally {
    await page.close();
  }
  return outcomes;
}
