import { expect, fixture, html } from '@open-wc/testing';
import type { Feed, Reachability } from '../../src/feed/index.js';
import { liveFeed } from './live-feed.js';
import type { LiveTestHost } from './live-test-host.js';
import './live-test-host.js';

async function makeHost(language: 'en' | 'ar' = 'en'): Promise<LiveTestHost> {
  const host = document.createElement('live-test-host');
  host.language = language;
  await fixture(html`${host}`);
  return host;
}

/** The feed of a service whose address has been asked. Users report a problem, the vendor does not. */
const asked = (changes: Partial<Reachability>, feed: Partial<Feed> = {}): Feed =>
  liveFeed({
    reachability: {
      status: 'reachable',
      checkedAt: '2026-11-22T08:59:20Z',
      since: null,
      medianMs: 1234,
      url: 'https://www.kik.example/',
      ...changes,
    },
    ...feed,
  });

const VOICE = '[part=voice-probe]';

describe('the third voice in the card', () => {
  const rows: readonly [what: string, feed: Feed, status: string, text: string][] = [
    [
      'an address that answers while users report a problem',
      asked({}),
      'operational',
      'Our check Kik’s servers answer us; users report problems. kik.example · 1,234 ms',
    ],
    [
      'an address that does not answer either, and why',
      asked({ status: 'unreachable', medianMs: null, failure: 'tls' }),
      'major_outage',
      'Our check Kik’s servers do not answer us either. kik.example · certificate refused',
    ],
    [
      'an address that is slow',
      asked({ status: 'slow' }),
      'degraded_performance',
      'Our check Kik’s servers answer us slower than usual. kik.example · 1,234 ms',
    ],
    [
      'that nothing can be said',
      asked({ status: 'unknown', medianMs: null }),
      'unknown',
      'Our check We cannot tell whether Kik’s servers answer. kik.example',
    ],
    [
      'no address where the feed has none',
      asked({ url: undefined, medianMs: null }),
      'operational',
      'Our check Kik’s servers answer us; users report problems.',
    ],
  ];
  for (const [what, feed, status, text] of rows) {
    it(`shows ${what}`, async () => {
      const host = await makeHost();
      await host.show({ feed });
      expect(host.textOf(VOICE)).to.equal(text);
      expect(host.find(`${VOICE} [data-status]`).dataset['status']).to.equal(status);
      expect(host.textOf('[part=voice-users]')).to.contain('Partial outage');
      expect(host.textOf('[part=voice-official]')).to.contain('Operational');
    });
  }

  it('is missing where the server does not ask', async () => {
    const host = await makeHost();
    expect(host.renderRoot.querySelector(VOICE)).to.equal(null);
  });

  it('claims nothing once the feed is stale', async () => {
    const host = await makeHost();
    await host.show({
      feed: asked({ status: 'unreachable', failure: 'dns' }),
      stale: true,
      nowMs: Date.parse('2026-11-22T11:59:20Z'),
    });
    expect(host.textOf(VOICE)).to.equal('Our check Checked 3 hours ago kik.example');
    expect(host.find(`${VOICE} [data-status]`).dataset['status']).to.equal('unknown');
  });

  it('stays where the vendor’s voice is left out', async () => {
    const host = await makeHost();
    await host.show({ feed: asked({}), withOfficial: false });
    expect(host.renderRoot.querySelector('[part=voice-official]')).to.equal(null);
    expect(host.textOf(VOICE)).to.contain('Kik’s servers answer us');
  });

  it('speaks Arabic', async () => {
    const host = await makeHost('ar');
    await host.show({ feed: asked({ status: 'unreachable', medianMs: null, failure: 'timeout' }) });
    expect(host.textOf(VOICE)).to.equal(
      'فحصنا خوادم \u2068Kik\u2069 لا تستجيب لنا أيضًا. kik.example · لا رد في الوقت المحدد',
    );
  });

  it('shows its whole sentence where the card is narrow', async () => {
    for (const language of ['en', 'ar'] as const) {
      const host = await makeHost(language);
      host.style.inlineSize = '320px';
      host.style.fontFamily = 'sans-serif';
      await host.show({
        feed: asked(
          { status: 'unreachable', medianMs: null },
          { status: 'operational', community: null },
        ),
      });
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = host.find(
        `${VOICE} .mark > span`,
      );
      expect(scrollWidth, language).to.be.at.most(clientWidth);
      expect(scrollHeight, language).to.be.at.most(clientHeight + 1);
    }
  });
});
