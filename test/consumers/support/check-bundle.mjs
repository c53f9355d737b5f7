// What the files that a bundler makes must do, tried in a real page. The same for all bundlers.
import { openWatchedPage, poll } from './watched-page.mjs';

// Not just any Arabic: zod, which an import map loads whole, has its own.
const ARABIC = 'انقطاع جزئي';
const ESCAPED_ARABIC = ARABIC.replaceAll(
  /[^ ]/g,
  (letter) => `\\\\u0${letter.charCodeAt(0).toString(16)}`,
);

/** What gives a library away in a script, minified or not. */
const MARKS = {
  chart: /is not a registered /,
  arabic: new RegExp(`${ARABIC}|${ESCAPED_ARABIC}`, 'i'),
  lit: /litElementVersions/,
  element: /there is no feed server to report to/,
};

/** Opens a page and keeps the text of every script that it loads. */
async function openPage(browser, url) {
  const scripts = [];
  const watched = await openWatchedPage(browser, url, {
    prepare: (page) =>
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script')
          scripts.push(response.text().catch(() => ''));
      }),
  });
  /** Addresses are not compared: what counts is what a visitor downloads. */
  const countOf = async (mark) =>
    (await Promise.all(scripts)).filter((text) => MARKS[mark].test(text)).length;
  return { ...watched, countOf };
}

const hasLiveSection = (page) =>
  poll(
    () =>
      page.evaluate(
        () => !!document.querySelector('outage-status').shadowRoot?.querySelector('#toggle-trend'),
      ),
    Boolean,
  );

/** Fails unless a mark is in no script until something is done, and in one afterwards. */
async function checkLate({ countOf }, mark, act) {
  const before = await countOf(mark);
  if (before > 0) throw new Error(`${before} of the first files have it`);
  await act();
  const after = await poll(
    () => countOf(mark),
    (count) => count > 0,
  );
  if (after === 0) throw new Error('no file has it, even when it is needed');
}

const ask = async (outcomes, name, check) => {
  try {
    await check();
    outcomes[name] = undefined;
  } catch (error) {
    outcomes[name] = error.message;
  }
};

/**
 * Tries what a bundler has made.
 *
 * @param origin Where index.html, twice.html and client.html are, without a trailing slash.
 * @returns For each assertion `undefined` if it holds, else what is wrong.
 */
export async function checkBundle({ browser, origin }) {
  const outcomes = {};
  const problems = [];
  const visit = async (path, use) => {
    const opened = await openPage(browser, origin + path);
    try {
      await use(opened);
    } finally {
      problems.push(...opened.problems);
      await opened.page.close();
    }
  };
  await visit('/index.html', async (opened) => {
    const { page } = opened;
    await ask(outcomes, 'element', async () => {
      if (!(await hasLiveSection(page))) throw new Error('it has no live section');
    });
    await ask(outcomes, 'languages', () =>
      checkLate(opened, 'arabic', () =>
        page.evaluate(() => (document.querySelector('outage-status').lang = 'ar')),
      ),
    );
    await ask(outcomes, 'chart', () =>
      checkLate(opened, 'chart', () =>
        page.evaluate(() =>
          document.querySelector('outage-status').shadowRoot.querySelector('#toggle-trend').click(),
        ),
      ),
    );
  });
  await visit('/client.html', ({ page, countOf }) =>
    ask(outcomes, 'client', async () => {
      const read = () => page.evaluate(() => document.querySelector('#status').textContent);
      const name = await poll(read, (text) => text === 'Kik');
      if (name !== 'Kik') throw new Error(`the page shows "${name}" instead of the feed's "Kik"`);
      if ((await countOf('lit')) > 0) throw new Error('Lit is loaded');
    }),
  );
  await visit('/twice.html', ({ page, countOf }) =>
    ask(outcomes, 'once', async () => {
      if (!(await hasLiveSection(page))) throw new Error('the element has no live section');
      const again = await page.evaluate(() => document.querySelector('#again').textContent);
      if (!again) throw new Error('the second entry has not run');
      const copies = await countOf('element');
      if (copies !== 1) throw new Error(`${copies} copies of it`);
    }),
  );
  await ask(outcomes, 'console', () => {
    if (problems.length > 0) throw new Error(problems.join('; '));
  });
  return outcomes;
}
