import { STATUSES, VERDICTS } from '../feed/index.js';
import type { HeadFeed } from '../model/headline.js';

// In characters, as in the schema.
const MAX_NAME = 80;

type Fields = Readonly<Record<string, unknown>>;

const isOneOf = (words: readonly unknown[], value: unknown): boolean => words.includes(value);
const isTime = (value: unknown): boolean => typeof value === 'string' && !!Date.parse(value);
const isVoice = (value: unknown): boolean =>
  value === null || isOneOf(STATUSES, (value as Fields | undefined)?.['status']);

/**
 * Checks what the head of a card says of a feed, and nothing else: the first paint does not wait for the check of the whole
 * document, which the element makes before it draws anything.
 *
 * @param document A parsed JSON value of unknown shape.
 * @returns `undefined` for what is no feed.
 */
export function readHead(document: unknown): HeadFeed | undefined {
  const { version, service, status, verdict, community, official, ...rest } = (document ??
    {}) as Fields;
  const { generatedAt, maxAgeSeconds, since } = rest;
  const { name } = (service ?? {}) as Fields;
  const { reportCount, typicalCount } = (community ?? {
    reportCount: 0,
    typicalCount: 0,
  }) as Fields;
  const isHead =
    version === 1 &&
    typeof name === 'string' &&
    name.length <= MAX_NAME &&
    isOneOf(STATUSES, status) &&
    isOneOf(VERDICTS, verdict) &&
    [community, official].every(isVoice) &&
    [maxAgeSeconds, reportCount, typicalCount].every(Number.isFinite) &&
    isTime(generatedAt) &&
    (since === null || isTime(since));
  return isHead ? (document as HeadFeed) : undefined;
}
