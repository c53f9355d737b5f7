// What NodeBB, as it is after its setup, leaves of each snippet. Run by run.mjs, which installs what it needs.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parseFragment } from 'parse5';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findPrograms } from '../../scripts/engines.mjs';
import { takeBlocks } from '../e2e/support/builder-snippets.mjs';
import { startServer } from '../e2e/support/server.mjs';
import { NODEBB_VERSION, PASSWORD, startNodebb } from './support/nodebb-site.mjs';

const MEMBER = { username: 'member', password: PASSWORD, email: 'member@example.org' };

const tagsOf = (html) => {
  const names = [];
  const visit = ({ tagName, childNodes = [] }) => {
    if (tagName) names.push(tagName);
    childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return names;
};

describe(`NodeBB ${NODEBB_VERSION}`, () => {
  let browser;
  let forum;
  let feed;
  let page;

  /** Asks NodeBB's own API, as the user of the page. */
  const ask = (method, path, body) =>
    page.evaluate(
      async (...[verb, address, content]) => {
        const config = await (await fetch('/api/config')).json();
        const answer = await fetch(address, {
          method: verb,
          headers: { 'content-type': 'application/json', 'x-csrf-token': config.csrf_token },
          body: JSON.stringify(content),
        });
        const { status, response } = await answer.json();
        if (!answer.ok) throw new Error(status.message);
        return response;
      },
      method,
      path,
      body,
    );

  const logIn = async (username, password) => {
    const context = await browser.createBrowserContext();
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${forum.url}/login`);
    await page.type('#username', username);
    await page.type('#password', password);
    await Promise.all([
      page.waitForFunction(() => !location.pathname.startsWith('/login')),
      page.click('#login'),
    ]);
  };

  before(async () => {
    feed = await startServer();
    forum = await startNodebb();
    browser = await puppeteer.launch({
      executablePath: findPrograms().chromium,
      args: CHROMIUM_FLAGS,
    });
    await logIn('admin', PASSWORD);
    await ask('POST', '/api/v3/users', MEMBER);
    // A new member may post once in two minutes, and waits for a moderator.
    for (const setting of ['initialPostDelay', 'newbiePostDelay', 'postDelay', 'postQueue'])
      await ask('PUT', `/api/v3/admin/settings/${setting}`, { value: 0 });
    await logIn(MEMBER.username, MEMBER.password);
  });
  after(async () => {
    await browser?.close();
    await forum?.stop();
    await feed?.stop();
  });

  /** Publishes a post as a member, goes to it, and gives the HTML of it as the forum shows it. */
  const post = async (content) => {
    const topic = {
      cid: 2,
      title: 'Is Kik down, or is it me?',
      content: `It fails:\n\n${content}`,
    };
    const { tid } = await ask('POST', '/api/v3/topics', topic);
    await page.goto(`${forum.url}/topic/${tid}`);
    const shown = await page.waitForSelector('[component="post/content"]');
    return shown.evaluate(({ innerHTML }) => innerHTML.trim());
  };
  const take = async (choices) => (await takeBlocks(feed.url, `service=kik&${choices}`)).join('\n');

  it('shows the picture of the Markdown snippet, as a link to the page of the service', async () => {
    await post(await take('place=flarum&as=markdown'));
    const picture = await page.waitForSelector('[component="post/content"] a > img');
    await page.waitForFunction((each) => each.complete && each.naturalWidth > 0, {}, picture);
    const found = await picture.evaluate((each) => ({
      src: each.getAttribute('src'),
      alt: each.alt,
      href: each.parentElement.href,
    }));
    assert.deepEqual(found, {
      src: `${feed.url}/badge/kik.svg`,
      alt: 'Kik status',
      href: `${feed.url}/kik`,
    });
  });

  it('makes the address a link', async () => {
    const html = await post(await take('place=flarum&as=link'));
    assert.match(html, new RegExp(`<a href="${feed.url}/kik"`));
    assert.doesNotMatch(html, /<iframe/);
  });

  for (const kind of ['element', 'iframe', 'picture']) {
    it(`shows the HTML snippet “${kind}” as the text that it is, and makes nothing of it`, async () => {
      const snippet = await take(`place=site&as=${kind}`);
      const html = await post(snippet);
      for (const tag of ['script', 'link', 'outage-status', 'iframe', 'img'])
        assert.ok(!tagsOf(html).includes(tag), tag);
      const text = await page.$eval('[component="post/content"]', (each) => each.textContent);
      assert.ok(text.includes(snippet.slice(0, 20)), text);
    });
  }
});
