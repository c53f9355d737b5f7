import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ReportOutcome } from '../../src/client/report-outcome.js';
import type { ReportSubject } from '../../src/client/report-subject.js';
import type { SendReport } from '../../src/element/live/report-delivery.js';
import type { OutageReportedEvent, OutageReportEvent } from '../../src/element/report-events.js';
import { formatsFor } from '../../src/i18n/formats.js';
import { liveFeed } from './live-feed.js';
import type { LiveTestHost } from './live-test-host.js';
import './live-test-host.js';

/** A server that is asked to wait: notes what arrives, and answers when told. */
function slowServer() {
  const sent: { url: string; category: ReportSubject; key: string; signal: AbortSignal }[] = [];
  const answers: ((outcome: ReportOutcome) => void)[] = [];
  const sendReport: SendReport = (url, category, { idempotencyKey, signal }) => {
    sent.push({ url, category, key: idempotencyKey, signal });
    return new Promise((resolve) => answers.push(resolve));
  };
  const answer = (outcome: ReportOutcome): void => answers.shift()!(outcome);
  return { sent, answer, sendReport };
}

async function makeHost(sendReport?: SendReport): Promise<LiveTestHost> {
  const host = document.createElement('live-test-host');
  if (sendReport) host.options = { sendReport };
  await fixture(html`${host}`);
  return host;
}

async function openAndChoose(host: LiveTestHost, index = 1): Promise<void> {
  await host.press('#toggle-report');
  await host.press(`.choice:nth-child(${index}) input`);
}

const statusIs = (host: LiveTestHost, text: string): Promise<void> =>
  waitUntil(() => host.textOf('[role=status]').includes(text), `the answer says "${text}"`);

async function sendAndHear(outcome: ReportOutcome): Promise<LiveTestHost> {
  const host = await makeHost(async () => outcome);
  await openAndChoose(host);
  await host.press('#report-send');
  await waitUntil(() => !host.renderRoot.querySelector('.choices'), 'the answer is on screen');
  return host;
}

describe('the report panel', () => {
  it('opens with the categories, unchosen, and moves focus to the first', async () => {
    const host = await makeHost();
    expect(host.renderRoot.querySelector('#panel-report')).to.equal(null);
    await host.press('#toggle-report');
    const choices = [...host.renderRoot.querySelectorAll<HTMLInputElement>('.choice input')];
    expect(choices.map(({ value }) => value)).to.deep.equal(['messages', 'login', 'feed', 'app']);
    expect(choices.some(({ checked }) => checked)).to.equal(false);
    expect(host.focused).to.equal(choices[0]);
    expect(host.find('#toggle-report').getAttribute('aria-expanded')).to.equal('true');
    expect(host.renderRoot.querySelector('form')).to.equal(null);
  });

  it('describes the chosen category', async () => {
    const host = await makeHost();
    await openAndChoose(host);
    const described = host.find('.choice input:checked').getAttribute('aria-describedby')!;
    expect(host.textOf(`#${described}`)).to.contain('never arrive');
  });

  it('fires an event, sends once, shows how many were counted, and asks for a fresh feed', async () => {
    const server = slowServer();
    const host = await makeHost(server.sendReport);
    const heard: string[] = [];
    host.addEventListener('outage-report', (event: OutageReportEvent) =>
      heard.push(`before ${event.service} ${event.category} ${event.kind} ${server.sent.length}`),
    );
    host.addEventListener('outage-reported', (event: OutageReportedEvent) =>
      heard.push(`after ${event.outcome.outcome}`),
    );
    await openAndChoose(host, 2);
    await host.press('#report-send');
    expect(host.find('#report-send').getAttribute('aria-disabled')).to.equal('true');
    await host.press('#report-send');
    await host.press('.choice:nth-child(1) input');
    expect(host.input('.choice:nth-child(2) input').checked).to.equal(true);
    expect(server.sent.map(({ category }) => category)).to.deep.equal(['login']);
    expect(server.sent[0]!.url).to.equal('https://status.example/v1/services/kik/status.json');
    server.answer({ outcome: 'counted', reportCount: 185 });
    await statusIs(host, 'Counted. You are one of 185 in the last hour.');
    expect(heard).to.deep.equal(['before kik login problem 0', 'after counted']);
    expect(host.refreshCount).to.equal(1);
  });

  it('keeps focus inside when the choices give way to the answer', async () => {
    const host = await sendAndHear({ outcome: 'counted', reportCount: 1 });
    expect(host.textOf('[role=status]')).to.contain('You are the first');
    await host.updateComplete;
    expect(host.focused).to.equal(host.find('#report-send'));
    await host.press('#report-send');
    expect(host.renderRoot.querySelector('#panel-report')).to.equal(null);
    expect(host.focused).to.equal(host.find('#toggle-report'));
    expect(host.find('[role=status]').textContent).to.equal('');
  });

  it('shows when a visitor who was counted before may report again', async () => {
    const host = await sendAndHear({ outcome: 'already_reported', retryAfterMs: 1_800_000 });
    expect(host.textOf('[role=status]')).to.match(
      /You already reported this\. You can report again at \d\d:\d\d/,
    );
    expect(host.textOf('#report-send')).to.equal('Done');
    expect(host.refreshCount).to.equal(0);
  });

  it('shows when to try again after a refusal, and does not call it counted', async () => {
    const host = await sendAndHear({ outcome: 'refused', retryAfterMs: 3 * 86_400_000 });
    const again = formatsFor('en').dateTime(Date.now() + 3 * 86_400_000);
    expect(host.textOf('[role=status]')).to.equal(
      `Not counted: the server did not accept the report. Try again after ${again}.`,
    );
    expect(host.textOf('#report-send')).to.equal('Try again');
  });

  it('shows a refusal without a time to try again', async () => {
    const host = await sendAndHear({ outcome: 'refused', retryAfterMs: undefined });
    expect(host.textOf('[role=status]')).to.contain('Try again later.');
  });

  it('sends the same report with the same key when an offline visitor tries again', async () => {
    const server = slowServer();
    const host = await makeHost(server.sendReport);
    await openAndChoose(host, 3);
    await host.press('#report-send');
    server.answer({ outcome: 'offline' });
    await statusIs(host, 'Not sent: you are offline');
    await host.press('#report-send');
    expect(host.textOf('#report-send')).to.equal('Sending…');
    server.answer({ outcome: 'counted', reportCount: 2 });
    await statusIs(host, 'Counted');
    expect(server.sent.map(({ category }) => category)).to.deep.equal(['feed', 'feed']);
    expect(server.sent[1]!.key).to.equal(server.sent[0]!.key);
    expect(server.sent[0]!.key).to.match(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
  });

  it('uses a new key for another choice', async () => {
    const server = slowServer();
    const host = await makeHost(server.sendReport);
    for (const index of [1, 2]) {
      await openAndChoose(host, index);
      await host.press('#report-send');
      server.answer({ outcome: 'offline' });
      await statusIs(host, 'Not sent');
      await host.press('[part=cancel-button]');
    }
    expect(server.sent[0]!.key).not.to.equal(server.sent[1]!.key);
  });

  it('sends nothing and shows so when a listener prevents it', async () => {
    const server = slowServer();
    const host = await makeHost(server.sendReport);
    host.addEventListener('outage-report', (event) => event.preventDefault());
    let reported = false;
    host.addEventListener('outage-reported', () => (reported = true));
    await openAndChoose(host);
    await host.press('#report-send');
    await statusIs(host, 'Not sent: this page blocked the report.');
    expect(server.sent).to.deep.equal([]);
    expect(reported).to.equal(false);
  });

  it('asks for a choice when there is none', async () => {
    const server = slowServer();
    const host = await makeHost(server.sendReport);
    await host.press('#toggle-report');
    await host.press('#report-send');
    await statusIs(host, 'First choose what’s not working.');
    expect(host.focused).to.equal(host.find('.choice input'));
    expect(server.sent).to.deep.equal([]);
  });

  it('aborts an unfinished report when the visitor cancels, and sends it with the same key later', async () => {
    const server = slowServer();
    const host = await makeHost(server.sendReport);
    await openAndChoose(host);
    await host.press('#report-send');
    await host.press('[part=cancel-button]');
    expect(server.sent[0]!.signal.aborted).to.equal(true);
    server.answer({ outcome: 'counted', reportCount: 9 });
    await openAndChoose(host);
    expect(host.find('[role=status]').textContent).to.equal('');
    await host.press('#report-send');
    expect(server.sent[1]!.key).to.equal(server.sent[0]!.key);
  });

  it('aborts an unfinished report when the element leaves the page, and keeps the choice', async () => {
    const server = slowServer();
    const host = await makeHost(server.sendReport);
    await openAndChoose(host, 2);
    await host.press('#report-send');
    const place = host.parentElement!;
    host.remove();
    await waitUntil(() => server.sent[0]!.signal.aborted, 'the report is aborted');
    place.append(host);
    await host.updateComplete;
    expect(host.input('.choice:nth-child(2) input').checked).to.equal(true);
    expect(host.textOf('#report-send')).to.equal('Send report');
  });

  it('keeps an unfinished report when the element is only moved', async () => {
    const server = slowServer();
    const host = await makeHost(server.sendReport);
    await openAndChoose(host);
    await host.press('#report-send');
    const elsewhere = host.ownerDocument.createElement('div');
    host.parentElement!.append(elsewhere);
    elsewhere.append(host);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.sent[0]!.signal.aborted).to.equal(false);
    server.answer({ outcome: 'counted', reportCount: 9 });
    await statusIs(host, 'Counted');
  });

  it('treats a failure of the client itself as a missing connection', async () => {
    const host = await makeHost(() => Promise.reject(new Error('no such thing')));
    await openAndChoose(host);
    await host.press('#report-send');
    await statusIs(host, 'Not sent');
  });

  it('works by keyboard alone', async () => {
    const server = slowServer();
    const host = await makeHost(server.sendReport);
    host.find('#toggle-report').focus();
    await sendKeys({ press: 'Enter' });
    await host.updateComplete;
    expect(host.focused).to.equal(host.find('.choice input'));
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'ArrowDown' });
    await host.updateComplete;
    expect(host.input('.choice input:checked').value).to.equal('login');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => server.sent.length === 1, 'the report is on its way');
    expect(server.sent[0]!.category).to.equal('login');
    server.answer({ outcome: 'counted', reportCount: 3 });
    await statusIs(host, 'Counted');
    await waitUntil(() => host.focused === host.find('#report-send'), 'focus on the button');
    await sendKeys({ press: 'Enter' });
    await host.updateComplete;
    expect(host.focused).to.equal(host.find('#toggle-report'));
  });

  it('chooses, and does not send yet, when Enter is pressed on an unchosen category', async () => {
    const server = slowServer();
    const host = await makeHost(server.sendReport);
    await host.press('#toggle-report');
    await sendKeys({ press: 'Enter' });
    await host.updateComplete;
    expect(host.input('.choice input:checked').value).to.equal('messages');
    expect(server.sent).to.deep.equal([]);
  });

  it('keeps one live region in place, silent until the visitor acts and through every new feed', async () => {
    const host = await makeHost();
    const region = host.find('[role=status]');
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    for (let count = 0; count < 5; count++) {
      await host.show({
        feed: liveFeed(),
        nowMs: Date.parse('2026-11-22T09:00:00Z') + count * 60_000,
      });
    }
    await host.press('#toggle-incidents');
    expect(observer.takeRecords().length + changes).to.equal(0);
    await openAndChoose(host);
    await host.press('#report-send');
    await statusIs(host, 'Counted');
    observer.takeRecords();
    changes = 0;
    await host.show({ feed: liveFeed() });
    expect(observer.takeRecords().length + changes).to.equal(0);
    expect(host.find('[role=status]')).to.equal(region);
    observer.disconnect();
  });

  it('offers the official page instead of a report where none can be sent', async () => {
    const host = await makeHost();
    await host.show({ canReport: false });
    expect(host.renderRoot.querySelector('[part=report-button]')).to.equal(null);
    const link = host.link('[part=official-link]');
    expect(link.href).to.equal('https://status.kik.example/');
    expect(link.rel).to.equal('noopener');
  });
});

describe('report() from code', () => {
  it('sends without opening anything, and resolves to the answer', async () => {
    const server = slowServer();
    const host = await makeHost(server.sendReport);
    const reporting = host.section!.report('login');
    const second = host.section!.report('login');
    expect(server.sent.length).to.equal(1);
    server.answer({ outcome: 'counted', reportCount: 7 });
    expect(await reporting).to.deep.equal({ outcome: 'counted', reportCount: 7 });
    expect(await second).to.deep.equal({ outcome: 'counted', reportCount: 7 });
    await host.updateComplete;
    expect(host.renderRoot.querySelector('#panel-report')).to.equal(null);
    expect(host.find('[role=status]').textContent).to.equal('');
  });

  it('shows its answer in an open panel', async () => {
    const host = await makeHost();
    await host.press('#toggle-report');
    await host.section!.report('app');
    await statusIs(host, 'Counted');
  });

  it('resolves to undefined when a listener prevents it', async () => {
    const host = await makeHost();
    host.addEventListener('outage-report', (event) => event.preventDefault());
    expect(await host.section!.report('login')).to.equal(undefined);
  });
});
