// Compiled by installed.test.mjs in a project that has the packed tarball installed; never run.
import {
  configure,
  FeedError,
  OutageStatusElement,
  type Feed,
  type OutageReportedEvent,
  type ReportKind,
  type ReportOutcome,
  type ReportSubject,
  type Status,
} from 'outage-status';
import 'outage-status/define';
import { fetchFeed, sendReport, watchFeed } from 'outage-status/client';
import { feedSchema, parseFeed, STATUSES } from 'outage-status/feed';
import { readFreshness, relateVoices } from 'outage-status/model';
import { readOfficialPage } from 'outage-status/sources';
import { renderStatus, type RenderOptions } from 'outage-status/ssr';
import { createTestServer, sampleFeed, type SampleState } from 'outage-status/testing';
import type { OutageStatusAttributes } from 'outage-status/jsx';

configure({ server: 'https://status.example/' });

// The tag's name gives the class, so properties are typed without a cast.
const element = document.createElement('outage-status');
const sameClass: OutageStatusElement = element;
element.service = 'kik';
element.variant = 'badge';
element.refresh = 'off';
element.withoutReport = true;
// @ts-expect-error a variant that does not exist
element.variant = 'huge';
// @ts-expect-error a boolean, not a word
element.withoutGuide = 'yes';
// @ts-expect-error read-only
element.status = 'operational';

const status: Status | undefined = element.status;
const feed: Feed | undefined = element.feed;
const refreshed: Promise<void> = element.refreshNow();
const reported: Promise<ReportOutcome | undefined> = element.report('messages');
const recovered: ReportSubject = { kind: 'recovered' };
void element.report(recovered);
void sendReport('https://status.example/v1/services/kik/status.json', recovered);
// @ts-expect-error an unknown kind
void element.report({ kind: 'better' });

element.addEventListener('outage-status-change', (event) => {
  const change: [Status, Status] = [event.from, event.to];
  return change;
});
document.addEventListener('outage-error', (event) => {
  const error: FeedError = event.error;
  return error.code === 'timeout';
});
element.addEventListener('outage-report', (event) => {
  const kind: ReportKind = event.kind;
  if (kind === 'problem' && event.category === 'login') event.preventDefault();
});
element.addEventListener('outage-reported', (event: OutageReportedEvent) => {
  if (event.outcome.outcome === 'counted') return event.outcome.reportCount;
  // @ts-expect-error only a counted report has a count
  return event.outcome.reportCount;
});

const parsed: Feed = parseFeed({});
const checked: boolean = feedSchema.safeParse({}).success;
const stale: boolean = readFreshness(parsed, 0).stale;
const verdict = relateVoices(STATUSES[0], 'unknown');
const tag: OutageStatusAttributes = { service: 'kik', variant: 'card', 'without-guide': true };
// @ts-expect-error a theme that does not exist
const wrongTag: OutageStatusAttributes = { theme: 'pink' };

const options: RenderOptions = { lang: 'ar', variant: 'badge', nonce: null, withoutGuide: true };
const rendered: string = renderStatus(parsed, options);
// @ts-expect-error an option that does not exist
renderStatus(parsed, { colour: 'red' });
// @ts-expect-error a theme that does not exist
renderStatus(parsed, { theme: 'pink' });

const state: SampleState = 'official_only';
const server = createTestServer(sampleFeed(state, { official: null, nowMs: 0 }));
server.show(503, 'kik');
// @ts-expect-error a state that does not exist
server.show('down');
const category: ReportSubject | undefined = server.reports[0]?.subject;
const answered: (request: Request) => Promise<Response> = server.answer;
const removed: () => Promise<void> = server.install();

export {
  answered,
  category,
  checked,
  feed,
  fetchFeed,
  readOfficialPage,
  refreshed,
  removed,
  rendered,
  reported,
  sameClass,
  sendReport,
  stale,
  status,
  tag,
  verdict,
  watchFeed,
  wrongTag,
};
