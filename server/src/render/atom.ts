import type { Incident } from 'outage-status/feed';
import { isolate } from 'outage-status/texts';
import { DAY_MS, toTimestamp } from '../lib/clock.js';
import type { StatusChange } from '../decide/decision-store.js';
import type { DatedIncident } from '../feed/history-store.js';
import { type Markup, markup } from './markup.js';
import { languageQuery, type RenderLanguage } from './render-language.js';

/** One entry of an Atom feed. */
export interface AtomEntry {
  /** Unique and permanent: `changes/1763802450000`, `incidents/2019-11`. */
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

const isDated = (incident: Incident): incident is DatedIncident => incident.startedAt !== null;

const ofChange = (
  name: string,
  { from, to, atMs }: StatusChange,
  { paint, live }: RenderLanguage,
): AtomEntry => ({
  key: `changes/${atMs}`,
  title: paint.announcement(name, paint.status[to]),
  text: `${live.voices.users}: ${isolate(paint.status[from])} → ${isolate(paint.status[to])}`,
  publishedAtMs: atMs,
  updatedAtMs: atMs,
});

const ofIncident = (name: string, incident: DatedIncident, language: RenderLanguage): AtomEntry => {
  const { incidents } = language.live;
  const startedAtMs = Date.parse(incident.startedAt);
  const facts = [
    incidents.impact[incident.impact],
    incidents.status[incident.status],
    incidents.source[incident.source],
  ];
  return {
    key: `incidents/${encodeURIComponent(incident.id)}`,
    title: `${isolate(name)}: ${isolate(incident.title)}`,
    text: facts.map(isolate).join(' · '),
    publishedAtMs: startedAtMs,
    updatedAtMs: incident.endedAt === null ? startedAtMs : Date.parse(incident.endedAt),
  };
};

/**
 * Lists the news about a service: changes of the community status, and incidents of other sources. Incidents of the
 * community are left out, because they repeat those changes.
 *
 * @returns Newest first.
 */
export function listEntries(
  name: string,
  changes: readonly StatusChange[],
  incidents: readonly Incident[],
  language: RenderLanguage,
  choice: AtomChoice,
): AtomEntry[] {
  return [
    ...changes.map((change) => ofChange(name, change, language)),
    ...incidents
      .filter(({ source }) => source !== 'community')
      .filter(isDated)
      .map((incident) => ofIncident(name, incident, language)),
  ]
    .filter(({ updatedAtMs }) => updatedAtMs >= choice.sinceMs)
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
