import { renderStatus, type TagOptions } from 'outage-status/ssr';
import { Markup, markup } from './markup.js';
import type { StatusView } from './status-view.js';
import { writeStatus } from './status-word.js';

// Inside the tag: its script shows this until it has a feed.
const writeUnknown = ({ name, sentence, time, language }: StatusView): Markup =>
  markup`<div><p><strong><bdi>${name}</bdi></strong> ${writeStatus('unknown', language, '')}</p>
<p>${sentence}</p>
<p class="muted"><bdi>${time}</bdi></p></div>`;

/**
 * The widget as its server draws it: complete without scripts, and taken over by the element where they run. Without a feed
 * it says that nothing is known.
 */
export function writeWidget(
  view: StatusView,
  { variant = 'card', theme }: Pick<TagOptions, 'variant' | 'theme'> = {},
): Markup {
  const { id, feed, language, nowMs } = view;
  if (!feed) {
    return markup`<outage-status class="unknown" service="${id}" variant="${variant}" lang="${language.tag}"${theme && markup` theme="${theme}"`}>${writeUnknown(view)}</outage-status>`;
  }
  const options = {
    service: id,
    variant,
    lang: language.tag,
    theme,
  } as const;
  return new Markup(renderStatus(feed, { ...options, nowMs }));
}
