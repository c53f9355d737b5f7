import { type Markup, markup } from './markup.js';
import type { RenderLanguage } from './render-language.js';
import { type StatusView, viewStatus } from './status-view.js';
import { writeStatus } from './status-word.js';

/** The content of a frame, around the link to the service's page. */
export interface FrameContent {
  readonly head: Markup;
  readonly status: Markup;
  /** Beside the link. */
  readonly besideLink?: Markup;
  /** After everything visible. */
  readonly after?: Markup | undefined;
}

const writeCard = ({ name, title, status, sentence, time, feed, language }: StatusView): Markup =>
  markup`<div class="card" data-status="${status}" role="group" aria-label="${title}">
<div class="head"><span class="name"><bdi>${name}</bdi></span>${writeStatus(status, language, 'pill')}</div>
<p class="sentence">${sentence}</p>
<p class="muted time">${feed ? markup`<time dir="ltr" datetime="${feed.generatedAt}">${time}</time>` : markup`<bdi>${time}</bdi>`}</p>
</div>`;

/** The card once its feed is stale because no update has come. */
const writeStale = ({ id, name, feed, language }: StatusView): Markup | undefined => {
  if (!feed) return undefined;
  const { generatedAt, maxAgeSeconds } = feed;
  const endsAtMs = Date.parse(generatedAt) + (maxAgeSeconds + 1) * 1000;
  const stale = viewStatus({ id, name }, feed, language, endsAtMs);
  return markup`<template id="stale" data-after-seconds="${maxAgeSeconds}">${writeCard(stale)}</template>
`;
};

/** Shown by the renewing script: visitors must be able to pause content that changes on its own (WCAG 2.2.2). */
const writePause = ({ paint }: RenderLanguage): Markup =>
  markup`<button type="button" id="pause" data-pause="${paint.pause}" data-resume="${paint.resume}" hidden>${paint.pause}</button>`;

/**
 * The frame lower than 200 pixels, for which the element has no view: status, sentence and time, renewed by
 * `assets/renew.js`. Everything that only this form needs is in that script and in this file.
 */
export const writeCompactFrame = (view: StatusView): FrameContent => ({
  head: markup`<script type="module" src="../assets/renew.js"></script>\n`,
  status: writeCard(view),
  besideLink: writePause(view.language),
  after: writeStale(view),
});

/** The styles of that frame, in addition to those of every page. */
export const COMPACT_STYLE = `.compact .card { padding: 0.5rem 0.9rem 1.9rem; }
.compact .head { display: flex; align-items: center; justify-content: space-between; gap: 0.25rem 0.75rem; margin-block-end: 0.25rem; }
.compact .name { min-inline-size: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.compact .pill { padding: 0.15em 0.7em; border-radius: 99px; background: var(--tone); color: var(--accent-text); font-size: 0.875rem; }
.compact .card p { margin: 0; line-height: 1.35; }
.compact .sentence { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 3; }
.compact .foot { position: relative; display: flex; align-items: baseline; gap: 0.75rem; margin-block-start: -1.9rem; padding: 0 0.9rem 0.3rem; }
.compact .foot button { flex: none; min-block-size: 24px; padding: 0; border: 0; background: none; color: var(--accent); font: inherit; text-decoration: underline; text-underline-offset: 0.15em; cursor: pointer; }
.compact .foot a { flex: 1; min-inline-size: 0; padding: 0; background: none; border: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
@media (forced-colors: active) {
  .compact .pill { border: 1px solid CanvasText; }
}
`;
