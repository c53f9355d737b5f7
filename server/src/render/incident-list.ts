import { type Incident, safeUrl } from 'outage-status/feed';
import { isolate } from 'outage-status/texts';
import { type Markup, markup } from './markup.js';
import type { RenderLanguage } from './render-language.js';
import { formatUtc } from './utc-time.js';

/** An incident, with how much earlier users noticed it, if that is known. */
type ListedIncident = Incident & { readonly leadSeconds?: number };

const writeIncident = (
  incident: ListedIncident,
  { live, formats, direction }: RenderLanguage,
): Markup => {
  const { incidents } = live;
  const { leadSeconds = 0 } = incident;
  const startedAtMs = incident.startedAt === null ? null : Date.parse(incident.startedAt);
  const lastedMs =
    incident.endedAt === null || startedAtMs === null
      ? null
      : Date.parse(incident.endedAt) - startedAtMs;
  const facts = [
    ...(startedAtMs === null ? [] : [formatUtc(startedAtMs)]),
    incidents.impact[incident.impact],
    incidents.status[incident.status],
    ...(incident.endedAt === null ? [incidents.ongoing] : []),
    ...(lastedMs === null ? [] : [incidents.lasted(formats.duration(lastedMs / 1000))]),
    incidents.source[incident.source],
    ...(leadSeconds > 0 ? [incidents.noticedFirst(formats.duration(leadSeconds))] : []),
  ];
  const url = safeUrl(incident.url);
  return markup`<li class="incident"><p>${
    url
      ? markup`<a href="${url}" rel="noopener nofollow"><bdi>${incident.title}</bdi></a>`
      : markup`<bdi>${incident.title}</bdi>`
  }</p><p class="muted">${facts.map((fact) => isolate(fact, direction)).join(' · ')}</p></li>\n`;
};

/** A list of incidents, each with its start, impact, state, duration and source, and how much earlier users noticed it. */
export const writeIncidents = (
  incidents: readonly ListedIncident[],
  language: RenderLanguage,
): Markup => markup`<ul>${incidents.map((incident) => writeIncident(incident, language))}</ul>\n`;
