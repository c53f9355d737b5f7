import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Feed } from '../../src/feed/index.js';
import { findAccessibilityProblems } from './live-axe.js';
import { liveFeed } from './live-feed.js';
import type { LiveTestHost } from './live-test-host.js';
import './live-test-host.js';

/** The tests' own server, which answers. */
const HERE = `${location.origin}/`;
/** Nobody listens there. */
const NOWHERE = 'http://localhost:1/';

const serviceAt = (url: string | undefined): Feed => {
  const feed = liveFeed();
  const { url: _url, ...service } = feed.service;
  return { ...feed, service: url === undefined ? service : { ...service, url } };
};

async function openGuide(url: string | undefined, feedUrl = HERE): Promise<LiveTestHost> {
  const host = document.createElement('live-test-host');
  host.view = { feed: serviceAt(url), feedUrl };
  await fixture(html`${host}`);
  await host.press('#toggle-guide');
  await waitUntil(() => host.renderRoot.querySelector('.steps'), 'the panel is there');
  return host;
}

const BUTTON = '[part=check] button';
const answerOf = (host: LiveTestHost) => host.textOf('[part=check] [role=status]');

async function check(host: LiveTestHost): Promise<string> {
  await host.press(BUTTON);
  await waitUntil(() => answerOf(host) !== '', 'it answers', { timeout: 10_000 });
  return answerOf(host);
}

/** Counts requests to an address while `act` runs. */
async function requestsTo(url: string, act: () => Promise<unknown>): Promise<number> {
  performance.clearResourceTimings();
  await act();
  // Browsers list a request a moment after its answer.
  await aTimeout(100);
  return performance.getEntriesByType('resource').filter(({ name }) => name === url).length;
}

describe('the check from this device', () => {
  it('says before the press whom it will ask, and asks nobody', async () => {
    const url = `${HERE}unasked`;
    let host: LiveTestHost | undefined;
    expect(
      await requestsTo(
        url,
        async () => (host = await openGuide(url, 'https://status.example/feed.json')),
      ),
    ).to.equal(0);
    expect(host!.textOf('#check-note')).to.equal(
      'Asks localhost and status.example whether this browser gets an answer. What it finds stays here.',
    );
    expect(answerOf(host!)).to.equal('');
    expect(await findAccessibilityProblems(host!)).to.deep.equal([]);
  });

  it('tells that the service answers, although others report a problem, and how fast', async () => {
    const host = await openGuide(HERE);
    expect(await check(host)).to.match(
      /^Kik answers this device, so your connection works\. The problem is on their side.*localhost: answered in [\d,]+ ms$/s,
    );
    expect(await findAccessibilityProblems(host)).to.deep.equal([]);
  });

  it('asks for the address that the server asks, too, where the feed names it', async () => {
    const url = `${HERE}probed`;
    const host = await openGuide(NOWHERE);
    const reachability = {
      status: 'reachable',
      checkedAt: '2026-11-22T09:00:00Z',
      since: null,
      medianMs: 40,
      url,
    } as const;
    await host.show({ feed: { ...serviceAt(NOWHERE), reachability } });
    expect(await requestsTo(url, () => check(host))).to.equal(1);
    expect(answerOf(host)).to.match(/^Kik answers this device/);
  });

  it('says that neither answers where the connection is gone', async () => {
    const host = await openGuide(NOWHERE, 'http://127.0.0.1:1/feed.json');
    expect(await check(host)).to.match(
      /^Neither Kik nor our server answers this device: it is your connection\./,
    );
  });

  it('says that the service does not answer, or that something refuses it', async () => {
    const refused = await openGuide(NOWHERE);
    // How fast a closed port refuses differs between browsers.
    expect(await check(refused)).to.match(
      /^(?:Kik does not answer this device, and|Something here)/,
    );
    expect(answerOf(refused)).to.match(/localhost: (?:did not answer|refused at once)/);
  });

  it('says that the browser is offline, and asks nobody', async () => {
    const url = `${HERE}offline`;
    const host = await openGuide(url);
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      expect(await requestsTo(url, () => check(host))).to.equal(0);
    } finally {
      delete (navigator as { onLine?: boolean }).onLine;
    }
    expect(answerOf(host)).to.equal('This browser is offline: check your own connection first.');
  });

  it('asks once, however often its button is pressed meanwhile', async () => {
    const url = `${HERE}once`;
    const host = await openGuide(url);
    const count = await requestsTo(url, async () => {
      const button = host.find(BUTTON);
      button.click();
      button.click();
      await check(host);
    });
    expect(count).to.equal(1);
  });

  it('forgets its answer with another service, and when the panel closes', async () => {
    const host = await openGuide(HERE);
    await check(host);
    await host.show({ feed: serviceAt(`${HERE}other`) });
    expect(answerOf(host)).to.equal('');
    await host.show({ feed: serviceAt(HERE) });
    expect(answerOf(host)).to.match(/^Kik answers/);
    await host.press('#toggle-guide');
    await host.press('#toggle-guide');
    expect(answerOf(host)).to.equal('');
  });

  it('can be made again', async () => {
    const host = await openGuide(HERE);
    await check(host);
    await host.show({ feed: { ...serviceAt(HERE), community: null, official: null } });
    expect(await check(host)).to.match(/If it still fails, restart or update the app\./);
  });

  it('is not there where the feed names no address of the service', async () => {
    const host = await openGuide(undefined);
    expect(host.renderRoot.querySelector('[part=check]')).to.equal(null);
  });

  it('speaks Arabic', async () => {
    const host = await openGuide(HERE);
    host.language = 'ar';
    await host.show({});
    expect(await check(host)).to.match(/^يردّ/);
    expect(await findAccessibilityProblems(host)).to.deep.equal([]);
  });
});
