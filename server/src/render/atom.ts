import type { Incident } from 'outage-status/feed';
import { isolate } from 'outage-status/texts';
import { DAY_MS, toTimestamp } from '../lib/clock.js';
import type { StatusChange } from '../decide/decision-store.js';
import { isDated, type DatedIncident, type IncidentNews } from '../feed/history-store.js';
import { type Markup, markup } from './markup.js';
import { languageQuery, type RenderLanguage } from './render-language.js';
import { nameInText } from './status-view.js';
import { formatUtc } from './utc-time.js';

/** One entry of an Atom feed. */
export interface AtomEntry {
  /** Unique and permanent: `changes/1763802450000`, `incidents/2019-11`, its end `incidents/2019-11/2`. */
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAtMs: number;
  /** When the entry last changed; epoch milliseconds, as above. */
  readonly updatedAtMs: number;
}

/** Selects entries. */
export interface AtomChoice {
  /** Leaves out entries updated before; epoch milliseconds. */
  readonly sinceMs: number;
  /** Most entries, the newest. */
  readonly limit: number;
}

const ofChange = (
  name: string,
  { from, to, atMs }: StatusChange,
  language: RenderLanguage,
): AtomEntry => {
  const { paint, element, live, direction } = language;
  return {
    key: `changes/${atMs}`,
    title: element.announcement(nameInText(name, language), paint.status[to]),
    text: `${live.voices.users}: ${isolate(paint.status[from], direction)} → ${isolate(paint.status[to], direction)}`,
    publishedAtMs: atMs,
    updatedAtMs: atMs,
  };
};

const writeFacts = (facts: readonly string[], { direction }: RenderLanguage): string =>
  facts.map((fact) => isolate(fact, direction)).join(' · ');

const describeIncident = (
  incident: DatedIncident,
  isOver: boolean,
  language: RenderLanguage,
): string => {
  const { formats } = language;
  const { incidents } = language.live;
  const startedAtMs = Date.parse(incident.startedAt);
  const endedAtMs = incident.endedAt === null ? undefined : Date.parse(incident.endedAt);
  return writeFacts(
    [
      formatUtc(startedAtMs),
      incidents.impact[incident.impact],
      // An entry about a beginning keeps its words once the incident is over.
      ...(isOver
        ? [incidents.status.resolved]
        : endedAtMs === undefined
          ? [incidents.status[incident.status]]
          : []),
      ...(isOver && endedAtMs !== undefined
        ? [incidents.lasted(formats.duration((endedAtMs - startedAtMs) / 1000))]
        : []),
      incidents.source[incident.source],
    ],
    language,
  );
};

const writeTitle = (name: string, { title }: Incident, { direction }: RenderLanguage): string =>
  `${isolate(name, direction)}: ${isolate(title, direction)}`;

const keyOf = ({ id }: Incident): string => `incidents/${encodeURIComponent(id)}`;

/**
 * Beginning and end are entries of their own, because readers show an id once. Their time is when this server saw it, because
 * readers skip what is older than their last look, and vendors date incidents back.
 */
const ofNews = (
  name: string,
  { incident, turn, seenAtMs }: IncidentNews,
  language: RenderLanguage,
): AtomEntry => {
  const isOver = turn % 2 === 0;
  const title = writeTitle(name, incident, language);
  return {
    key: turn === 1 ? keyOf(incident) : `${keyOf(incident)}/${turn}`,
    title: isOver ? `${title} · ${language.live.incidents.status.resolved}` : title,
    text: describeIncident(incident, isOver, language),
    publishedAtMs: seenAtMs,
    updatedAtMs: seenAtMs,
  };
};

/** A past outage of the catalogue or an import: one entry, as all of it is long over. */
const ofArchive = (name: string, incident: DatedIncident, language: RenderLanguage): AtomEntry => {
  const startedAtMs = Date.parse(incident.startedAt);
  return {
    key: keyOf(incident),
    title: writeTitle(name, incident, language),
    text: describeIncident(incident, incident.endedAt !== null, language),
    publishedAtMs: startedAtMs,
    updatedAtMs: incident.endedAt === null ? startedAtMs : Date.parse(incident.endedAt),
  };
};

/** What has happened to a service. */
export interface ServiceNews {
  /** Of the community status, newest first. */
  readonly changes: readonly StatusChange[];
  /** About the vendor's incidents, newest first. */
  readonly incidents: readonly IncidentNews[];
  /** Past outages. */
  readonly archive: readonly Incident[];
}

/**
 * Lists the news about a service: changes of the community status, and incidents of other sources. Incidents of the
 * community are left out, because they repeat those changes.
 *
 * @returns Newest first, no key twice.
 */
export function listEntries(
  name: string,
  { changes, incidents, archive }: ServiceNews,
  language: RenderLanguage,
  choice: AtomChoice,
): AtomEntry[] {
  const entries = [
    ...changes.map((change) => ofChange(name, change, language)),
    ...incidents.map((news) => ofNews(name, news, language)),
    ...archive.filter(isDated).map((incident) => ofArchive(name, incident, language)),
  ];
  const keys = entries.map(({ key }) => key);
  return entries
    .filter(
      ({ key, updatedAtMs }, index) => updatedAtMs >= choice.sinceMs && keys.indexOf(key) === index,
    )
    .toSorted((left, right) => right.updatedAtMs - left.updatedAtMs)
    .slice(0, choice.limit);
}

/**
 * Writes an Atom feed.
 *
 * @param serverUrl The server's address for visitors, without a trailing slash; its host is part of every id.
 * @param nowMs Dates a feed without entries to the day, so that readers find it unchanged until tomorrow.
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export function writeAtom(
  service: { readonly id: string; readonly name: string },
  entries: readonly AtomEntry[],
  language: RenderLanguage,
  serverUrl: string,
  nowMs: number,
): string {
  const { id, name } = service;
  // A tag URI (RFC 4151): permanent, even if the server's path or scheme changes.
  const tag = `tag:${new URL(serverUrl).hostname},2026:${id}`;
  const query = languageQuery(language);
  const page = `${serverUrl}/${id}${query}`;
  const writeEntry = (entry: AtomEntry): Markup => markup`<entry>
<id>${tag}/${entry.key}</id>
<title>${entry.title}</title>
<published>${toTimestamp(entry.publishedAtMs)}</published>
<updated>${toTimestamp(entry.updatedAtMs)}</updated>
<link rel="alternate" type="text/html" href="${page}"/>
<content type="text">${entry.text}</content>
</entry>
`;
  return markup`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language.tag}">
<id>${tag}</id>
<title>${language.page.changes(name)}</title>
<updated>${toTimestamp(entries[0]?.updatedAtMs ?? nowMs - (nowMs % DAY_MS))}</updated>
<author><name>${language.page.services}</name></author>
<link rel="self" type="application/atom+xml" href="${serverUrl}/${id}.atom${query}"/>
<link rel="alternate" type="text/html" href="${page}"/>
${entries.map(writeEntry)}</feed>
`.text;
}
