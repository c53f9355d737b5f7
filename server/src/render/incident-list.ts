import { safeUrl } from 'outage-status/feed';
import { isolate } from 'outage-status/texts';
import type { PastIncident } from '../feed/service-history.js';
import { type Markup, markup } from './markup.js';
import type { RenderLanguage } from './render-language.js';
import { formatUtc } from './utc-time.js';

const writeIncident = (
  incident: PastIncident,
  { live, formats, direction }: RenderLanguage,
): Markup => {
  const { incidents } = live;
  const { leadSeconds = 0 } = incident;
  const startedAtMs = Date.parse(incident.startedAt);
  const facts = [
    formatUtc(startedAtMs),
    incidents.impact[incident.impact],
    incidents.status[incident.status],
    incident.endedAt === null
      ? incidents.ongoing
      : incidents.lasted(formats.duration((Date.parse(incident.endedAt) - startedAtMs) / 1000)),
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
  incidents: readonly PastIncident[],
  language: RenderLanguage,
): Markup => markup`<ul>${incidents.map((incident) => writeIncident(incident, language))}</ul>\n`;
