import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fetchFeed, watchFeed } from 'outage-status/client';
import 'outage-status/define';
import { createTestServer, SAMPLE_STATES, sampleFeed } from 'outage-status/testing';

const SERVER = 'https://status.example/';
const ownFetch = globalThis.fetch;
const ownEventSource = globalThis.EventSource;

let server;
let remove;
beforeEach(() => {
  server = createTestServer('partial_outage');
  remove = server.install();
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
  await remove();
});

/** Puts an element into the page and waits until its first feed is on screen. */
const show = async (attributes = '', service = 'kik') => {
  document.body.innerHTML = `<outage-status service="${service}" server="${SERVER}" ${attributes}></outage-status>`;
  const element = document.querySelector('outage-status');
  await new Promise((resolve) => element.addEventListener('outage-load', resolve, { once: true }));
  return element;
};

/** Waits until something holds; the test's own time-out is the limit. */
const until = (expectations) => vi.waitFor(expectations, { timeout: 30_000, interval: 10 });

const find = (element, part) => element.shadowRoot.querySelector(`[part~="${part}"]`);
const textOf = (element) => element.shadowRoot.textContent.replace(/\s+/g, ' ');

it('shows every sample', async () => {
  const errors = vi.spyOn(console, 'error');
  for (const state of SAMPLE_STATES) {
    const service = state.replaceAll('_', '-');
    server.show(state, service);
    const element = await show('', service);
    const { status } = sampleFeed(state);
    expect(element.status, state).toBe(state === 'stale' ? 'unknown' : status);
  }
  expect(errors).not.toHaveBeenCalled();
});

it('follows what the server shows', async () => {
  const element = await show();
  const changes = [];
  element.addEventListener('outage-status-change', ({ from, to }) => changes.push([from, to]));
  server.show('operational');
  await element.refreshNow();
  await until(() => expect(changes).toEqual([['partial_outage', 'operational']]));
  server.show(503);
  const failed = new Promise((resolve) => element.addEventListener('outage-error', resolve));
  await element.refreshNow();
  expect((await failed).error).toMatchObject({ code: 'http', httpStatus: 503 });
  expect(element.status).toBe('operational');
});

it('counts a report once', async () => {
  const element = await show();
  expect(await element.report('login')).toEqual({ outcome: 'counted', reportCount: 185 });
  expect(await element.report('login')).toMatchObject({ outcome: 'already_reported' });
  expect(await element.report({ kind: 'recovered' })).toMatchObject({ outcome: 'counted' });
  expect(server.reports).toEqual([
    { service: 'kik', subject: 'login' },
    { service: 'kik', subject: { kind: 'recovered' } },
  ]);
  await element.refreshNow();
  expect(element.feed.community.reportCount).toBe(185);
});

it('takes the report of a visitor who presses the buttons', async () => {
  const element = await show();
  await until(() => find(element, 'report-button').click());
  await until(() => find(element, 'choice').querySelector('input').click());
  find(element, 'send-button').click();
  await until(() => expect(find(element, 'report-status').textContent).toMatch('185'));
  expect(server.reports).toEqual([{ service: 'kik', subject: 'messages' }]);
});

it('opens the panels, the numbers of the trend in words', async () => {
  const element = await show();
  for (const [panel, text] of [
    ['trend', 'Numbers as a table'],
    ['incidents', 'Kik was down for about 24 hours'],
    ['guide', 'Rule out the network'],
    ['related', 'Snapchat'],
  ]) {
    await until(() => element.shadowRoot.querySelector(`#toggle-${panel}`).click());
    await until(() => expect(textOf(element)).toMatch(text));
  }
});

it('shows a badge that is pressed', async () => {
  const element = await show('variant="badge"');
  expect(textOf(element)).toMatch('Partial outage');
  find(element, 'badge').click();
});

it('loads with load="visible" where nothing can tell what is in view', async () => {
  vi.stubGlobal('IntersectionObserver', undefined);
  expect((await show('load="visible"')).status).toBe('partial_outage');
});

it('is fresh by a clock of the test', async () => {
  vi.useFakeTimers({ now: Date.UTC(2031, 0, 1), toFake: ['Date'] });
  const element = await show();
  expect(element.status).toBe('partial_outage');
  expect(element.feed.generatedAt).toBe('2031-01-01T00:00:00Z');
  vi.setSystemTime(Date.UTC(2031, 0, 1, 0, 6));
  element.requestUpdate();
  await element.updateComplete;
  expect(element.status).toBe('unknown');
});

it('answers the client without the element', async () => {
  const url = `${SERVER}v1/services/discord/status.json`;
  expect((await fetchFeed(url)).service).toEqual({ id: 'discord', name: 'Discord' });
  let subscription;
  await new Promise((resolve) => (subscription = watchFeed(url, resolve)));
  expect(subscription.state.last.feed.status).toBe('partial_outage');
  server.show('major_outage', 'discord');
  expect((await subscription.refreshNow()).last.feed.status).toBe('major_outage');
  subscription.release();
});

it('leaves other requests alone, and nothing behind', async () => {
  expect(globalThis.fetch).not.toBe(ownFetch);
  expect(await (await fetch('data:text/plain,other')).text()).toBe('other');
  remove();
  expect(globalThis.fetch).toBe(ownFetch);
  expect(globalThis.EventSource).toBe(ownEventSource);
});
