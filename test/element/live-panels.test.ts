import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { auditedOf, findAccessibilityProblems, LOOKS } from './live-axe.js';
import { FEED_AT_MS, liveFeed } from './live-feed.js';
import type { LiveTestHost } from './live-test-host.js';
import './live-test-host.js';

async function makeHost(language: 'en' | 'ar' = 'en'): Promise<LiveTestHost> {
  const host = document.createElement('live-test-host');
  host.language = language;
  await fixture(html`${host}`);
  return host;
}

const official = liveFeed().official!;
const community = liveFeed().community!;

describe('the two voices', () => {
  it('stand side by side, with their sources', async () => {
    const host = await makeHost();
    expect(host.textOf('[part=voice-users]')).to.equal(
      'Users report Partial outage Most often: Messages not sending',
    );
    expect(host.textOf('[part=voice-official]')).to.contain(
      'Official page Operational Checked 2 minutes ago',
    );
    const link = host.link('[part=voice-official] a');
    expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener']);
    expect(host.textOf('[part=voice-official] bdi')).to.equal('status.kik.example');
  });

  const incident = { ...liveFeed().incidents[0]!, source: 'official' as const };
  const rows = [
    ['no official page', { official: null }, 'No official status page'],
    [
      'an official page that cannot be read',
      { official: { ...official, status: 'unknown' } },
      'Not readable since',
    ],
    [
      'a confirmed problem',
      {
        official: {
          ...official,
          status: 'major_outage',
          incidents: [
            incident,
            { ...incident, id: 'two' },
            { ...incident, id: 'old', endedAt: '2026-11-22T08:59:00Z' },
          ],
        },
      },
      '2 open incidents, checked 2 minutes ago',
    ],
    [
      'a page whose own word is better than its incidents',
      {
        official: {
          ...official,
          status: 'partial_outage',
          indicator: 'operational',
          incidents: [incident, { ...incident, id: 'two' }],
        },
      },
      'Page says “Operational”, 2 incidents open',
    ],
    [
      'a page with one part that is out',
      {
        official: {
          ...official,
          status: 'partial_outage',
          indicator: 'degraded_performance',
          affected: { count: 1, total: 63, names: ['Frankfurt'] },
        },
      },
      '1 of 63 parts: Frankfurt status.kik.example',
    ],
    [
      'a page that calls itself operational over many parts with a problem',
      {
        official: {
          ...official,
          status: 'partial_outage',
          indicator: 'operational',
          affected: { count: 7, total: 544, names: ['Frankfurt', 'Tokyo', 'Oslo', 'Rome'] },
        },
      },
      '7 of 544 parts: Frankfurt, Tokyo and 5 more · Page says “Operational”',
    ],
    [
      'a page that lists only what is affected',
      {
        official: {
          ...official,
          status: 'partial_outage',
          affected: { count: 2, names: ['Frankfurt', 'Tokyo'] },
        },
      },
      'Frankfurt, Tokyo',
    ],
    [
      'a page that lists nothing',
      { official: { ...official, status: 'unknown', unknownReason: 'lists_nothing' } },
      'The page lists nothing, so its state is unknown',
    ],
    [
      'a page that leaves its incidents to others',
      { official: { ...official, status: 'unknown', unknownReason: 'sub_pages' } },
      'The page leaves its incidents to its sub-pages',
    ],
    [
      'an official problem alone',
      {
        official: { ...official, status: 'partial_outage' },
        community: { ...community, status: 'operational' },
      },
      'Partial outage',
    ],
    [
      'calm on both sides',
      {
        status: 'operational',
        verdict: 'all_clear',
        community: { ...community, status: 'operational', reportCount: 5 },
      },
      'Nothing unusual',
    ],
    ['a feed that counts no reports', { community: null }, 'Reports are not counted here'],
  ] as const;
  for (const [name, changes, voice] of rows) {
    it(`show ${name}`, async () => {
      const host = await makeHost();
      await host.show({
        feed: liveFeed(structuredClone(changes) as Partial<ReturnType<typeof liveFeed>>),
      });
      expect(host.textOf('[part=voices]')).to.contain(voice);
    });
  }

  it('show nothing as current when the feed is stale', async () => {
    const host = await makeHost();
    await host.show({ stale: true });
    const shown = [...host.renderRoot.querySelectorAll<HTMLElement>('[data-status]')];
    expect(shown.map(({ dataset }) => dataset['status'])).to.deep.equal(['unknown', 'unknown']);
    expect(host.textOf('[part=voices]')).to.contain('Last known: Partial outage');
    await host.press('#toggle-related');
    expect(host.textOf('[part~=related]')).not.to.contain('Operational');
    await host.press('#toggle-incidents');
    expect(host.textOf('[part~=incidents]')).to.contain('open when last checked');
  });
});

describe('an incident', () => {
  it('shows by how much users saw it first', async () => {
    const seen = {
      ...liveFeed().incidents[0]!,
      id: 'seen',
      source: 'community' as const,
      endedAt: null,
      startedAt: new Date(FEED_AT_MS - 1_500_000).toISOString(),
    };
    const told = {
      ...seen,
      id: 'told',
      source: 'official' as const,
      startedAt: new Date(FEED_AT_MS - 420_000).toISOString(),
    };
    const host = await makeHost();
    await host.show({
      feed: liveFeed({ incidents: [seen], official: { ...official, incidents: [told] } }),
    });
    await host.press('#toggle-incidents');
    expect(host.textOf('[part~=incidents]')).to.contain(
      'users noticed 18 minutes before the official page',
    );
  });
});

describe('an incident without a start', () => {
  it('says no time, and stands first while it is open', async () => {
    const [dated] = liveFeed().incidents;
    const undated = { ...dated!, source: 'official' as const, startedAt: null };
    const host = await makeHost();
    await host.show({
      feed: liveFeed({
        incidents: [
          dated!,
          { ...undated, id: 'over', status: 'resolved', endedAt: '2026-11-01T00:00:00Z' },
          { ...undated, id: 'open', title: 'By hand', endedAt: null },
        ],
      }),
    });
    await host.press('#toggle-incidents');
    const listed = [...host.renderRoot.querySelectorAll('[part=incident]')];
    expect(listed.map((item) => item.querySelector('time') !== null)).to.deep.equal([
      false,
      true,
      false,
    ]);
    expect(listed[0]?.textContent).to.contain('By hand');
    const words = host.textOf('[part~=incidents]');
    expect(words).not.to.match(/NaN|Invalid|1970|9999/);
  });
});

describe('“is it only me?”', () => {
  const answer = async (
    changes: Parameters<typeof liveFeed>[0],
    view: Partial<LiveTestHost['view']> = {},
  ): Promise<string> => {
    const host = await makeHost();
    await host.show({ feed: liveFeed(changes), ...view });
    await host.press('#toggle-guide');
    return host.textOf('[part=guide-answer]');
  };

  it('answers that others have the problem too, and since when', async () => {
    expect(
      await answer({
        status: 'partial_outage',
        since: new Date(FEED_AT_MS - 1_500_000).toISOString(),
      }),
    ).to.contain('not only you: Kik has a problem, first seen 25 minutes ago');
    expect(await answer({ status: 'partial_outage', since: null })).to.contain('has a problem.');
  });

  it('asks for its checks when it opens, where the first answer left them out', async () => {
    const host = await makeHost();
    const { guide } = liveFeed();
    await host.show({ feed: liveFeed({ guide: { steps: [], faq: [] } }) });
    expect(host.refreshCount).to.equal(0);
    await host.press('#toggle-guide');
    expect(host.refreshCount).to.equal(1);
    expect(host.textOf('[part=guide-answer]')).not.to.equal('');
    await host.show({ feed: liveFeed({ guide }) });
    expect(host.renderRoot.querySelectorAll('[part=step]')).to.have.length(guide!.steps.length);
    // Known now.
    await host.press('#toggle-guide');
    await host.press('#toggle-guide');
    expect(host.refreshCount).to.equal(1);
  });

  it('sends the visitor to the checks when few others have it', async () => {
    expect(await answer({ status: 'operational' })).to.contain('Few others');
    expect(await answer({ status: 'under_maintenance' })).to.contain('Few others');
  });

  it('claims nothing without current data', async () => {
    expect(await answer({ status: 'unknown' })).to.contain('There is no current information');
    expect(await answer({ status: 'major_outage' }, { stale: true })).to.contain(
      'There is no current information',
    );
  });

  it('names the missing connection to a visitor without one', async () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      expect(await answer({ status: 'major_outage' })).to.contain('You are offline');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });
});

describe('the panels', () => {
  it('open one at a time, below the row, without taking focus', async () => {
    const host = await makeHost();
    for (const panel of ['guide', 'incidents', 'related']) {
      const button = host.find(`#toggle-${panel}`);
      button.focus();
      await host.press(`#toggle-${panel}`);
      expect(button.getAttribute('aria-expanded')).to.equal('true');
      expect(host.find('.panel').id).to.equal(button.getAttribute('aria-controls'));
      expect(host.renderRoot.querySelectorAll('.panel').length).to.equal(1);
      expect(host.focused).to.equal(button);
    }
    await host.press('#toggle-related');
    expect(host.renderRoot.querySelector('.panel')).to.equal(null);
  });

  it('close on Escape, which then goes no further, and give focus back', async () => {
    const host = await makeHost();
    let escapes = 0;
    const count = (): number => escapes++;
    document.addEventListener('keydown', count);
    await host.press('#toggle-guide');
    host.find('.panel summary').focus();
    await sendKeys({ press: 'Escape' });
    await host.updateComplete;
    expect(host.renderRoot.querySelector('.panel')).to.equal(null);
    expect(host.focused).to.equal(host.find('#toggle-guide'));
    expect(escapes).to.equal(0);
    await sendKeys({ press: 'Escape' });
    expect(escapes).to.equal(1);
    document.removeEventListener('keydown', count);
  });

  it('list incidents newest first with impact, course, source and link', async () => {
    const host = await makeHost();
    await host.press('#toggle-incidents');
    const [newest, oldest, ...others] = [
      ...host.renderRoot.querySelectorAll('[part=incident]'),
    ].map((item) => item.textContent.replace(/\s+/g, ' ').trim());
    expect(others).to.deep.equal([]);
    expect(newest).to.contain('Major impact').and.contain('(25 minutes ago)');
    expect(newest).to.contain('ongoing · investigating').and.contain('seen in users’ reports');
    expect(oldest).to.contain('2019').and.contain('lasted 5 hours').and.contain('history.example');
    expect(host.find('[part=incident] time').getAttribute('datetime')).to.equal(
      '2026-11-22T08:35:00.000Z',
    );
  });

  it('list an incident once that is in both the feed and the official page', async () => {
    const host = await makeHost();
    const { incidents } = liveFeed();
    await host.show({ feed: liveFeed({ official: { ...official, incidents } }) });
    expect(host.textOf('#toggle-incidents')).to.equal('Incidents (2)');
  });

  it('state that no incident is known', async () => {
    const host = await makeHost();
    await host.show({ feed: liveFeed({ incidents: [] }) });
    expect(host.textOf('#toggle-incidents')).to.equal('Incidents');
    await host.press('#toggle-incidents');
    expect(host.textOf('[part~=incidents]')).to.contain('No known incidents.');
  });

  it('number the steps, then answer questions', async () => {
    const host = await makeHost();
    await host.press('#toggle-guide');
    expect(
      host.renderRoot.querySelectorAll('ol > [part=step] > details > summary').length,
    ).to.equal(3);
    expect(host.renderRoot.querySelector('[part=guide] h2')).to.equal(null);
    await host.press('[part=step] summary');
    expect(host.find('[part=step] details').hasAttribute('open')).to.equal(true);
    expect(host.textOf('[part=question]')).to.contain('No, they stay on the phone.');
  });

  it('have headings only where the page asks for them', async () => {
    const host = await makeHost();
    await host.press('#toggle-guide');
    expect(host.renderRoot.querySelector('[role=heading]')).to.equal(null);
    await host.show({ headingLevel: 4 });
    const heading = host.find('#guide-title');
    expect([heading.getAttribute('role'), heading.getAttribute('aria-level')]).to.deep.equal([
      'heading',
      '4',
    ]);
  });

  it('have no button when they are empty', async () => {
    const host = await makeHost();
    await host.show({ withGuide: false, withTrend: false, feed: liveFeed({ related: [] }) });
    const ids = [...host.renderRoot.querySelectorAll('.toggle')].map(({ id }) => id);
    expect(ids).to.deep.equal(['toggle-incidents']);
  });
});

const SCENES = ['closed', 'report', 'incidents', 'guide', 'related', 'trend', 'done'] as const;

async function openScene(host: LiveTestHost, scene: (typeof SCENES)[number]): Promise<void> {
  if (scene === 'closed') return;
  if (scene !== 'done') return host.press(`#toggle-${scene}`);
  await host.press('#toggle-report');
  await host.press('.choice input');
  await host.section!.report('messages');
  await host.updateComplete;
}

describe('the live section in every theme and direction', () => {
  for (const { theme, language } of LOOKS) {
    it(`has no accessibility problem that axe can find, ${theme}, ${language}`, async () => {
      for (const scene of auditedOf(SCENES)) {
        const host = await makeHost(language);
        host.style.colorScheme = theme;
        await openScene(host, scene);
        expect(await findAccessibilityProblems(host), scene).to.deep.equal([]);
        host.remove();
      }
    });
  }

  it('has no style attribute of its own, which a strict policy would refuse', async () => {
    for (const scene of SCENES) {
      const host = await makeHost();
      await openScene(host, scene);
      const styled = [...host.renderRoot.querySelectorAll('[style]:not(canvas)')];
      expect(
        styled.map(({ outerHTML }) => outerHTML),
        scene,
      ).to.deep.equal([]);
    }
  });
});

describe('the space reserved for the section', () => {
  const reachability = {
    status: 'unreachable',
    checkedAt: '2026-11-22T08:59:20Z',
    since: null,
    medianMs: null,
    url: 'https://www.kik.example/',
    failure: 'timeout',
  } as const;
  const feeds = [
    liveFeed(),
    liveFeed({ reachability }),
    liveFeed({ reachability, community: null, service: { id: 'kik', name: 'K i k '.repeat(13) } }),
    liveFeed({ official: null, related: [], incidents: [] }),
    liveFeed({ community: null, official: { ...official, status: 'degraded_performance' } }),
    liveFeed({
      official: {
        ...official,
        status: 'under_maintenance',
        name: 'A very long name of a page '.repeat(4),
      },
      community: { ...community, status: 'degraded_performance', reportCount: 123_456_789 },
    }),
  ];
  for (const width of [240, 320, 430, 480, 639, 640, 800]) {
    it(`fits every feed at ${width} px, in both languages`, async () => {
      for (const language of ['en', 'ar'] as const) {
        const host = await makeHost(language);
        host.style.inlineSize = `${width}px`;
        host.style.fontFamily = 'sans-serif';
        for (const feed of feeds) {
          for (const withOfficial of [true, false]) {
            await host.show({ feed, withOfficial, nowMs: FEED_AT_MS });
            const reserved = Number.parseFloat(getComputedStyle(host.find('.live')).minBlockSize);
            const { height } = host.find('.section').getBoundingClientRect();
            expect(height, `${language} ${feeds.indexOf(feed)} ${withOfficial}`).to.be.closeTo(
              reserved,
              1,
            );
            const { scrollWidth, clientWidth } = host.find('.card');
            expect(scrollWidth, 'no overflow').to.be.at.most(clientWidth);
          }
        }
      }
    });
  }
});
