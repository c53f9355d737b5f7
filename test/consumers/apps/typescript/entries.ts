// Every entry of the package that is no framework's: a right use, and wrong ones that must be errors. Compiled, never run.
import {
  configure,
  OutageStatusElement,
  type Feed,
  type OutageStatusChangeEvent,
  type Status,
} from 'outage-status';
import 'outage-status/define';
import { fetchFeed, sendReport, watchFeed } from 'outage-status/client';
import { feedSchema, parseFeed } from 'outage-status/feed';
import { chooseHeadline, readFreshness, STATUS_COLORS } from 'outage-status/model';
import { readOfficialPage, toFeed, toOfficial } from 'outage-status/sources';
import { LANGUAGES, type LanguagePack } from 'outage-status/texts';
import { renderStatus, type RenderOptions } from 'outage-status/ssr';
import { createTestServer, sampleFeed } from 'outage-status/testing';
import 'outage-status/cdn/outage-status.js';
import feedJsonSchema from 'outage-status/feed.schema.json' with { type: 'json' };
import elements from 'outage-status/custom-elements.json' with { type: 'json' };
import htmlData from 'outage-status/vscode.html-custom-data.json' with { type: 'json' };
import webTypes from 'outage-status/web-types.json' with { type: 'json' };
import ownPackage from 'outage-status/package.json' with { type: 'json' };
// @ts-expect-error no entry: a file within the package
import 'outage-status/dist/index.js';
// @ts-expect-error no entry at all
import 'outage-status/react-native';

declare const document_: unknown;
declare const feed: Feed;

// outage-status
configure({ server: 'https://status.example/' });
// @ts-expect-error an option that does not exist
configure({ sever: 'https://status.example/' });
const element: OutageStatusElement = document.createElement('outage-status');
element.refresh = 'off';
element.service = 'kik';
// @ts-expect-error neither a number nor `off`
element.refresh = 'never';
// @ts-expect-error read-only
element.feed = feed;
element.addEventListener('outage-status-change', (event: OutageStatusChangeEvent) => event.to);
// @ts-expect-error another event's class
element.addEventListener('outage-load', (event: OutageStatusChangeEvent) => event.to);

// outage-status/client
const address = 'https://status.example/v1/services/kik/status.json';
const loaded: Promise<Feed> = fetchFeed(address, { signal: new AbortController().signal });
// @ts-expect-error an address is no number
void fetchFeed(5);
void sendReport(address, 'login');
// @ts-expect-error a kind that does not exist
void sendReport(address, { kind: 'better' });
// @ts-expect-error nobody to tell
watchFeed(address);

// outage-status/feed
const parsed: Feed = parseFeed(document_);
const isFeed: boolean = feedSchema.safeParse(document_).success;
// @ts-expect-error a status that does not exist
parsed.status = 'down';

// outage-status/model
const isStale: boolean = readFreshness(feed, Date.now()).stale;
const headline = chooseHeadline;
const color: unknown = STATUS_COLORS.operational;
// @ts-expect-error a state that does not exist
const noColor = STATUS_COLORS.down;
// @ts-expect-error the time is a number
readFreshness(feed, new Date());

// outage-status/sources
const readers = [readOfficialPage, toFeed, toOfficial];
// @ts-expect-error without the options
readOfficialPage(document_);

// outage-status/texts
const arabic: LanguagePack = LANGUAGES.ar;
// @ts-expect-error a language that does not exist
const klingon = LANGUAGES.tlh;

// outage-status/ssr
const options: RenderOptions = { lang: 'ar', variant: 'badge', withoutGuide: true };
const html: string = renderStatus(feed, options);
// @ts-expect-error a variant that does not exist
renderStatus(feed, { variant: 'huge' });

// outage-status/testing
const server = createTestServer(sampleFeed('major_outage', { official: null }));
server.show(503, 'kik');
const status: Status = sampleFeed('operational').status;
// @ts-expect-error a sample that does not exist
sampleFeed('down');

// JSON
const files = [
  feedJsonSchema.title,
  elements.schemaVersion,
  htmlData.version,
  webTypes.name,
  ownPackage.version,
];
// @ts-expect-error a word is no number
const version: number = ownPackage.version;

export { arabic, color, files, headline, html, isFeed, isStale, klingon, loaded };
export { noColor, readers, status, version };
