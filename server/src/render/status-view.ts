import type { Feed, Status } from 'outage-status/feed';
import { chooseHeadline, isProblem, readFreshness } from 'outage-status/model';
import { isolate, isolateInLtr } from 'outage-status/texts';
import type { RenderLanguage } from './render-language.js';
import { formatUtc } from './utc-time.js';

/** The words of all renderings about a service, made in one place so that no two renderings differ. */
export interface StatusView {
  readonly id: string;
  readonly name: string;
  /** `unknown` if there is no feed or it is stale, so that nothing stale is shown as current. */
  readonly status: Status;
  /** The status as a label: `Partial outage`. */
  readonly statusText: string;
  /** `Kik status`. */
  readonly title: string;
  /** Name and status together, for alternative texts: `Kik: Partial outage`. */
  readonly alt: string;
  /** The verdict in one sentence. */
  readonly sentence: string;
  /** Start of a problem: `Since 2026-11-24 09:35 UTC (25 minutes ago)`. */
  readonly since: string | undefined;
  /** The status's own time: `2026-11-24 10:00 UTC`. */
  readonly time: string;
  /** `undefined` if nothing is known. */
  readonly feed: Feed | undefined;
  /** The moment of the rendering, epoch milliseconds. */
  readonly nowMs: number;
  readonly language: RenderLanguage;
}

/**
 * A service's name for use in a text of the element. Those of languages from the right isolate names by themselves; the
 * others, which the element shows beside a `<bdi>`, do not.
 */
export const nameInText = (name: string, { direction }: RenderLanguage): string =>
  direction === 'ltr' ? isolateInLtr(name) : name;

/**
 * Puts a feed into words.
 *
 * @param service Its name is used while there is no feed.
 * @param feed `undefined` if the service is unknown or its feed cannot be built.
 * @param nowMs Epoch milliseconds.
 */
export function viewStatus(
  service: { readonly id: string; readonly name: string },
  feed: Feed | undefined,
  language: RenderLanguage,
  nowMs: number,
): StatusView {
  const { paint, element, formats } = language;
  const { id, name } = service;
  const inText = nameInText(name, language);
  const stale = feed ? readFreshness(feed, nowMs).stale : false;
  const status = feed && !stale ? feed.status : 'unknown';
  const atMs = feed ? Date.parse(feed.generatedAt) : nowMs;
  const headline = feed
    ? chooseHeadline(feed, stale)
    : ({ kind: 'unknown', status: 'unknown' } as const);
  const sinceMs =
    feed?.since && isProblem(feed.status) && !stale ? Date.parse(feed.since) : undefined;
  return {
    id,
    name,
    status,
    statusText: paint.status[status],
    title: paint.title(inText),
    alt: element.announcement(inText, paint.status[status]),
    sentence: paint.verdict[headline.kind]({
      name: inText,
      status: paint.statusInSentence[headline.status],
      age: formats.relative(atMs, nowMs),
    }),
    since:
      sinceMs === undefined
        ? undefined
        : paint.since(
            isolate(formatUtc(sinceMs), language.direction),
            formats.relative(sinceMs, nowMs),
          ),
    time: formatUtc(atMs),
    feed,
    nowMs,
    language,
  };
}
