import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ReportOutcome } from '../../src/client/report-outcome.js';
import type { ReportSubject } from '../../src/client/report-subject.js';
import type { OutageReportedEvent, OutageReportEvent } from '../../src/element/report-events.js';
import type { SendReport } from '../../src/element/live/report-delivery.js';
import type { Feed } from '../../src/feed/index.js';
import { auditedOf, findAccessibilityProblems } from './live-axe.js';
import { liveFeed } from './live-feed.js';
import type { LiveTestHost } from './live-test-host.js';
import './live-test-host.js';

const BUTTON = '#report-recovered';

/** A server that is asked to wait: notes what arrives, and answers when told. */
function slowServer() {
  const sent: { subject: ReportSubject; key: string; signal: AbortSignal }[] = [];
  const answers: ((outcome: ReportOutcome) => void)[] = [];
  const sendReport: SendReport = (_, subject, { idempotencyKey, signal }) => {
    sent.push({ subject, key: idempotencyKey, signal });
    return new Promise((resolve) => answers.push(resolve));
  };
  const answer = (outcome: ReportOutcome): void => answers.shift()!(outcome);
  return { sent, answer, sendReport };
}

async function openPanel(sendReport?: SendReport): Promise<LiveTestHost> {
  const host = document.createElement('live-test-host');
  if (sendReport) host.options = { sendReport };
  await fixture(html`${host}`);
  await host.press('#toggle-report');
  return host;
}

const hasButton = (host: LiveTestHost): boolean => !!host.renderRoot.querySelector(BUTTON);

const statusIs = (host: LiveTestHost, text: string): Promise<void> =>
  waitUntil(() => host.textOf('[role=status]').includes(text), `the answer says "${text}"`);

function feedWith(community: Partial<NonNullable<Feed['community']>>): Feed {
  const feed = liveFeed();
  return { ...feed, community: { ...feed.community!, ...community } };
}

async function voteAndHear(outcome: ReportOutcome): Promise<LiveTestHost> {
  const host = await openPanel(async () => outcome);
  await host.press(BUTTON);
  await waitUntil(() => !host.renderRoot.querySelector('.choices'), 'the answer is on screen');
  return host;
}

describe('the "it works again" button', () => {
  for (const status of ['degraded_performance', 'partial_outage', 'major_outage'] as const) {
    it(`is offered beside the categories while users report ${status}`, async () => {
      const host = await openPanel();
      await host.show({ feed: feedWith({ status }) });
      expect(host.textOf(BUTTON)).to.equal('Works for me again');
    });
  }

  const calm: [what: string, view: Parameters<LiveTestHost['show']>[0]][] = [
    ['users report nothing unusual', { feed: feedWith({ status: 'operational' }) }],
    ['what users report is unknown', { feed: feedWith({ status: 'unknown' }) }],
    [
      'only the vendor has a problem',
      { feed: { ...feedWith({ status: 'operational' }), status: 'major_outage' } },
    ],
    ['the feed is stale', { stale: true }],
  ];
  for (const [what, view] of calm) {
    it(`is not offered while ${what}`, async () => {
      const host = await openPanel();
      await host.press('#toggle-report');
      await host.show(view);
      await host.press('#toggle-report');
      expect(host.renderRoot.querySelector('.choices')).not.to.equal(null);
      expect(hasButton(host)).to.equal(false);
    });
  }

  it('fires an event, sends once without a category, thanks, and asks for a fresh feed', async () => {
    const server = slowServer();
    const host = await openPanel(server.sendReport);
    const heard: string[] = [];
    host.addEventListener('outage-report', (event: OutageReportEvent) =>
      heard.push(`before ${event.service} ${event.category} ${event.kind} ${server.sent.length}`),
    );
    host.addEventListener('outage-reported', (event: OutageReportedEvent) =>
      heard.push(`after ${event.category} ${event.kind} ${event.outcome.outcome}`),
    );
    await host.press(BUTTON);
    expect(host.textOf(BUTTON)).to.equal('Sending…');
    expect(host.find(BUTTON).getAttribute('aria-busy')).to.equal('true');
    expect(host.textOf('#report-send')).to.equal('Send report');
    expect(host.find('#report-send').getAttribute('aria-disabled')).to.equal('true');
    expect(host.textOf('[role=status]')).to.equal('Sending…');
    await host.press(BUTTON);
    await host.press('#report-send');
    expect(server.sent.map(({ subject }) => subject)).to.deep.equal([{ kind: 'recovered' }]);
    server.answer({ outcome: 'counted', reportCount: 184 });
    await statusIs(host, 'Counted. Thanks for telling us it works again.');
    expect(heard).to.deep.equal([
      'before kik undefined recovered 0',
      'after undefined recovered counted',
    ]);
    expect(host.refreshCount).to.equal(1);
  });

  it('keeps focus in the panel, and gives it back to the button that had opened it', async () => {
    const host = await openPanel();
    host.find(BUTTON).focus();
    await host.press(BUTTON);
    await statusIs(host, 'Counted');
    await waitUntil(() => host.focused === host.find('#report-send'), 'focus on the button');
    expect(host.textOf('#report-send')).to.equal('Done');
    await host.press('#report-send');
    expect(host.focused).to.equal(host.find('#toggle-report'));
    expect(host.find('[role=status]').textContent).to.equal('');
  });

  it('shows when a visitor who was counted before may vote again', async () => {
    const host = await voteAndHear({ outcome: 'already_reported', retryAfterMs: 1_800_000 });
    expect(host.textOf('[role=status]')).to.match(
      /^You already told us it works again\. You can tell us again at \d\d:\d\d/,
    );
    expect(host.textOf('#report-send')).to.equal('Done');
    expect(host.refreshCount).to.equal(0);
  });

  it('shows that a refused vote is not counted', async () => {
    const host = await voteAndHear({ outcome: 'refused', retryAfterMs: undefined });
    expect(host.textOf('[role=status]')).to.match(/^Not counted: .* Try again later\.$/);
  });

  it('sends the vote, and no report, with the same key when an offline visitor tries again', async () => {
    const server = slowServer();
    const host = await openPanel(server.sendReport);
    await host.press('.choice:nth-child(2) input');
    await host.press(BUTTON);
    expect(host.input('.choice:nth-child(2) input').checked).to.equal(true);
    server.answer({ outcome: 'offline' });
    await statusIs(host, 'Not sent: you are offline');
    await host.press('#report-send');
    server.answer({ outcome: 'counted', reportCount: 1 });
    await statusIs(host, 'Counted. Thanks');
    expect(server.sent.map(({ subject }) => subject)).to.deep.equal([
      { kind: 'recovered' },
      { kind: 'recovered' },
    ]);
    expect(server.sent[1]!.key).to.equal(server.sent[0]!.key);
  });

  it('uses a different key from a report', async () => {
    const server = slowServer();
    const host = await openPanel(server.sendReport);
    await host.press(BUTTON);
    server.answer({ outcome: 'offline' });
    await statusIs(host, 'Not sent');
    await host.press('[part=cancel-button]');
    await host.press('#toggle-report');
    await host.press('.choice input');
    await host.press('#report-send');
    expect(server.sent.map(({ subject }) => subject)).to.deep.equal([
      { kind: 'recovered' },
      'messages',
    ]);
    expect(server.sent[1]!.key).not.to.equal(server.sent[0]!.key);
  });

  it('sends nothing when a listener prevents it', async () => {
    const server = slowServer();
    const host = await openPanel(server.sendReport);
    host.addEventListener('outage-report', (event) => event.preventDefault());
    await host.press(BUTTON);
    await statusIs(host, 'Not sent: this page blocked the report.');
    expect(server.sent).to.deep.equal([]);
  });

  it('aborts its request with the panel, and with the element', async () => {
    const server = slowServer();
    const host = await openPanel(server.sendReport);
    await host.press(BUTTON);
    await host.press('[part=cancel-button]');
    expect(server.sent[0]!.signal.aborted).to.equal(true);
    await host.press('#toggle-report');
    await host.press(BUTTON);
    const place = host.parentElement!;
    host.remove();
    await waitUntil(() => server.sent[1]!.signal.aborted, 'the vote is aborted');
    place.append(host);
    await host.updateComplete;
    expect(host.textOf(BUTTON)).to.equal('Works for me again');
  });

  it("stays in place under a visitor's hands when the problem ends, until the panel is opened again", async () => {
    const host = await openPanel();
    host.find(BUTTON).focus();
    await host.show({ feed: feedWith({ status: 'operational' }) });
    expect(host.focused).to.equal(host.find(BUTTON));
    await host.press('#toggle-report');
    await host.press('#toggle-report');
    expect(hasButton(host)).to.equal(false);
  });

  it('appears in an open panel when a problem begins', async () => {
    const host = await openPanel();
    await host.press('#toggle-report');
    await host.show({ feed: feedWith({ status: 'operational' }) });
    await host.press('#toggle-report');
    await host.show({ feed: liveFeed() });
    expect(hasButton(host)).to.equal(true);
  });

  it('works by keyboard alone', async () => {
    const server = slowServer();
    const host = await openPanel(server.sendReport);
    expect(host.focused).to.equal(host.find('.choice input'));
    host.find(BUTTON).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => server.sent.length === 1, 'the vote is on its way');
    server.answer({ outcome: 'counted', reportCount: 3 });
    await statusIs(host, 'Counted');
    await waitUntil(() => host.focused === host.find('#report-send'), 'focus on the button');
  });

  it('works from code', async () => {
    const server = slowServer();
    const host = await openPanel(server.sendReport);
    await host.press('#toggle-report');
    const reporting = host.section!.report({ kind: 'recovered' });
    server.answer({ outcome: 'counted', reportCount: 7 });
    expect(await reporting).to.deep.equal({ outcome: 'counted', reportCount: 7 });
    expect(server.sent[0]!.subject).to.deep.equal({ kind: 'recovered' });
  });

  for (const language of auditedOf(['en', 'ar'] as const)) {
    it(`passes the accessibility audit in ${language}, open, sending and answered`, async () => {
      const server = slowServer();
      const host = await openPanel(server.sendReport);
      host.language = language;
      await host.show({ feed: feedWith({ recoveredCount: 14 }) });
      expect(await findAccessibilityProblems(host)).to.deep.equal([]);
      await host.press(BUTTON);
      expect(await findAccessibilityProblems(host)).to.deep.equal([]);
      server.answer({ outcome: 'counted', reportCount: 1 });
      await waitUntil(() => !hasButton(host), 'the answer is on screen');
      expect(await findAccessibilityProblems(host)).to.deep.equal([]);
    });
  }
});

describe('the count of votes that it works again', () => {
  const lineOf = (host: LiveTestHost): string => host.textOf('[part=voice-users] .voice-source');
  const lines: [count: number | undefined, language: 'en' | 'ar', line: RegExp][] = [
    [14, 'en', /^14 say it works again$/],
    [1, 'en', /^1 says it works again$/],
    [1234, 'en', /^1,234 say it works again$/],
    [0, 'en', /^$/],
    [undefined, 'en', /^$/],
    [2, 'ar', /^عادت تعمل لدى شخصين$/],
    [14, 'ar', /^عادت تعمل لدى (14|١٤)$/],
  ];
  for (const [count, language, line] of lines) {
    it(`shows ${count} in ${language} as ${line.source}`, async () => {
      const host = await openPanel();
      host.language = language;
      await host.show({
        feed: feedWith(count === undefined ? {} : { recoveredCount: count }),
      });
      expect(lineOf(host)).to.match(line);
    });
  }

  for (const language of ['en', 'ar'] as const) {
    it(`is read whole in a card of 240 pixels, and the status too: ${language}`, async () => {
      const host = await openPanel();
      host.language = language;
      host.style.inlineSize = '240px';
      const feed = feedWith({ recoveredCount: 1234, status: 'degraded_performance' });
      await host.show({ feed });
      for (const part of ['.voice-source', '.voice-label', '.mark > span']) {
        const { scrollWidth, clientWidth } = host.find(`[part=voice-users] ${part}`);
        expect(clientWidth, part).to.be.greaterThan(0);
        expect(scrollWidth, part).to.be.at.most(clientWidth);
      }
      for (const label of host.renderRoot.querySelectorAll('.toggle > span'))
        expect(label.scrollWidth, label.textContent).to.be.at.most(label.clientWidth);
      const { height } = host.find('[part=voices]').getBoundingClientRect();
      await host.show({ feed: feedWith({}) });
      expect(host.find('[part=voices]').getBoundingClientRect().height).to.equal(height);
    });
  }

  it('is hidden with a stale feed', async () => {
    const host = await openPanel();
    await host.show({ feed: feedWith({ recoveredCount: 14 }), stale: true });
    expect(lineOf(host)).to.equal('');
  });

  it('takes no space of its own', async () => {
    const host = await openPanel();
    await host.press('#toggle-report');
    const before = host.find('.live').getBoundingClientRect().height;
    await host.show({ feed: feedWith({ recoveredCount: 14 }) });
    expect(host.find('.live').getBoundingClientRect().height).to.equal(before);
  });
});
