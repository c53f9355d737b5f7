import { cardStyles } from '../element/card-styles.js';
import { whereCompact } from '../element/compact-styles.js';
import { definedStyles } from '../element/defined-styles.js';
import { showFeed, viewElement, type CardView } from '../element/element-view.js';
import { headStyles } from '../element/head-styles.js';
import { liveReserve } from '../element/live/reserve.js';
import { renderVoices } from '../element/live/voices.js';
import { sectionStyles, voicesStyles } from '../element/live/voices-styles.js';
import { readWord } from '../element/paint-attributes.js';
import { renderCard } from '../element/views/card.js';
import { renderFrame } from '../element/views/head.js';
import { html } from '../element/tags.js';
import { renderInlineBadge } from '../element/views/inline-badge.js';
import { parseFeed, type Feed } from '../feed/index.js';
import { LANGUAGES } from '../i18n/index.js';
import type { SectionMessages } from '../i18n/live-messages.js';
import { chooseHeadline } from '../model/headline.js';
import { lastingFormats } from './moment.js';
import { listAttributes, type TagOptions } from './tag-options.js';
import { LASTING_TEXTS } from './texts.js';
import { escapeHtml, writeAttributes, writeTemplate } from './write-template.js';

/** Options of {@link renderStatus}: those of the tag, and how to write it. */
export interface RenderOptions extends TagOptions {
  /** Nonce of the `<style>`, for a page whose `style-src` asks for one; `null` is none, as from `headers.get()`. */
  readonly nonce?: string | null | undefined;
  /**
   * False for places that strip `<template>`, such as sanitizers: then the tag holds the status in words alone, and the
   * script asks for the feed. True when left out.
   */
  readonly declarative?: boolean | undefined;
  /** Time of the rendering, epoch milliseconds; the present when left out. Decides whether the feed is too old. */
  readonly nowMs?: number | undefined;
}

const OWN_TYPES = { nonce: 'string', declarative: 'boolean', nowMs: 'number' } as const;

function checkOwn(options: RenderOptions): void {
  for (const [name, type] of Object.entries(OWN_TYPES)) {
    const value = options[name as keyof typeof OWN_TYPES] ?? undefined;
    if (value !== undefined && (typeof value !== type || Number.isNaN(value)))
      throw new TypeError(`renderStatus: ${name}: expected a ${type}, got ${String(value)}`);
  }
}

// The compact form has no voices; in a browser the element's own styles say so.
const COMPACT_VOICES = whereCompact('.section{display:none}');

// Without scripts there are no buttons, and no room for them, and no voice is cut. A badge can still open its card.
const WITHOUT_SCRIPTS =
  '@media (scripting:none){.live{min-block-size:0}.footer button{display:none}.footer span{display:inline!important}.voice>*,.mark>span{white-space:normal}:host [popover]{visibility:visible!important}}';

/**
 * The text of the `<style>` that {@link renderStatus} writes, the same for every feed and option: a page that many share
 * allows it by its hash, in `style-src`, where a nonce would be the same for all.
 *
 * @see https://www.w3.org/TR/CSP3/#grammardef-hash-source
 */
export const STATUS_STYLES =
  [headStyles, liveReserve, cardStyles, sectionStyles, voicesStyles, definedStyles, COMPACT_VOICES]
    .join('')
    .replaceAll(/\s+/g, ' ') + WITHOUT_SCRIPTS;

/** What a feed looks like at one moment, in one language and with the options of one tag. */
function viewFeed(feed: Feed, read: (name: string) => string | null, nowMs: number) {
  const tag = read('lang')!;
  const subtag = tag.split('-')[0]!.toLowerCase();
  const language = Object.hasOwn(LANGUAGES, subtag) ? (subtag as keyof typeof LANGUAGES) : 'en';
  const pack = LANGUAGES[language];
  const texts = LASTING_TEXTS[language];
  const formats = lastingFormats(language === subtag ? tag : language, texts, pack.direction);
  const state = {
    phase: 'ready',
    last: { feed, receivedAtMs: nowMs, clockOffsetMs: 0, etag: undefined },
  } as const;
  const shown = showFeed(state, nowMs)!;
  const lasting = {
    ...pack,
    paint: { ...pack.paint, since: (moment: string) => texts.since(moment) },
  };
  const view: CardView = {
    ...viewElement(read, { pack: lasting, formats }, shown),
    ...shown,
    bodyMessages: { ...pack.element, updated: (moment) => texts.asOf(moment) },
    whole: true,
  };
  const { kind, status } = chooseHeadline(feed, shown.stale);
  const moment = formats.dateTime(Date.parse(feed.generatedAt));
  const words = texts.inWords({
    name: feed.service.name,
    status: pack.paint.status[shown.status],
    moment,
    sentence: pack.paint.verdict[kind]({
      name: feed.service.name,
      status: pack.paint.statusInSentence[status],
      age: moment,
    }),
  });
  return { view, words, section: pack.live };
}

function drawRoot(view: CardView, messages: SectionMessages, isBadge: boolean): string {
  const voices = html`<div class="section">${renderVoices(view, messages)}</div>`;
  const shown = isBadge ? { ...view, opened: true } : view;
  const card = renderFrame(shown, renderCard(shown, voices));
  return writeTemplate(isBadge ? renderInlineBadge(shown, card) : card);
}

/**
 * Renders `<outage-status>` on a server, without a DOM: the tag with a declarative shadow root, drawn and styled as the
 * element's first paint, and the feed beside it as data. Where the script comes later, the element takes the root over
 * without a change on screen, and does not ask for the feed again before its time. Without scripts the status stays, with
 * the time it was made. All times are UTC.
 *
 * @param feed The feed, as a feed server sends it at `/v1/services/{id}/status.json`; anything else is refused.
 * @returns HTML. It holds no script that runs, and no inline style attribute.
 * @throws {FeedError} `invalid` when `feed` is not a feed; the message names the place.
 * @throws {TypeError} For an unknown option, or an option of the wrong type.
 * @see https://html.spec.whatwg.org/multipage/scripting.html#attr-template-shadowrootmode
 */
export function renderStatus(feed: unknown, options: RenderOptions = {}): string {
  const attributes = listAttributes(options as Record<string, unknown>, Object.keys(OWN_TYPES));
  checkOwn(options);
  const checked = parseFeed(feed);
  const read = (name: string) => attributes.find(([known]) => known === name)?.[1] ?? null;
  if (!read('src') && !read('service')) attributes.unshift(['service', checked.service.id]);
  if (!read('lang')) attributes.push(['lang', 'en']);
  const { view, words, section } = viewFeed(checked, read, options.nowMs ?? Date.now());
  const isBadge = readWord(read('variant')) === 'badge';
  const time = new Date(checked.generatedAt).toISOString();
  const inWords = `<time datetime="${time}" lang="${view.formats.locale}" dir="${view.direction}">${escapeHtml(words)}</time>`;
  const shadow =
    (options.declarative ?? true)
      ? `<template shadowrootmode="open"><style${options.nonce ? writeAttributes([['nonce', options.nonce]]) : ''}>${STATUS_STYLES}</style>${drawRoot(view, section, isBadge)}</template>${writeData(checked, read('src') ?? read('service')!)}`
      : '';
  return `<outage-status${writeAttributes(attributes)}>${shadow}${inWords}</outage-status>`;
}

/** The feed as data that the element finds. No `<` can end the script. */
const writeData = (feed: Feed, of: string): string =>
  `<script type="application/json"${writeAttributes([['data-of', of]])}>${JSON.stringify(feed).replaceAll('<', '\\u003c')}</script>`;
