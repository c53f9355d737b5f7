import { type Markup, markup } from '../markup.js';
import { roomStyle, type TagAttributes } from './room.js';

/** The link inside a tag: shown until there is a status, and where no script runs. */
export interface FallbackLink {
  readonly href: string;
  readonly text: string;
}

/** A script to load the widget with. */
export interface WidgetScript {
  readonly src: string;
  /** Hash of the file, for a release that never changes. */
  readonly integrity?: string | undefined;
  /** The feed server, where it does not follow from `src`. */
  readonly server?: string | undefined;
}

// A start tag over several lines breaks in Markdown, where a `>` at the beginning of a line is a quotation. So everything
// here writes one line for a tag.

const writeAttributes = (attributes: TagAttributes): Markup[] =>
  Object.entries(attributes).map(([name, value]) =>
    value === '' ? markup` ${name}` : markup` ${name}="${value}"`,
  );

/**
 * Writes the tag of the widget.
 *
 * @param attributes In the order in which they are written.
 * @param withRoom False where a policy refuses style attributes.
 */
export function writeTag(attributes: TagAttributes, link: FallbackLink, withRoom = true): Markup {
  const text = markup`<a href="${link.href}">${link.text}</a>`;
  const content = withRoom ? markup`<span style="${roomStyle(attributes)}">${text}</span>` : text;
  return markup`<outage-status${writeAttributes(attributes)}>${content}</outage-status>`;
}

/** Writes the script tag. */
export const writeScript = ({ src, integrity, server }: WidgetScript): Markup =>
  markup`<script type="module" src="${src}"${
    integrity !== undefined && markup` integrity="${integrity}" crossorigin="anonymous"`
  }${server !== undefined && markup` data-server="${server}"`}></script>`;

/** Writes the link that requests the feed together with the script. It belongs after the script, which is the longer one. */
export const writePreload = (feed: string): Markup =>
  markup`<link rel="preload" as="fetch" crossorigin href="${feed}">`;

/** Path of a service's feed on its server. */
export const feedPath = (service: string): string => `v1/services/${service}/status.json`;

/** Path of the feed that the widget asks for first, together with its script: without the guide, which is two thirds of it. */
export const firstFeedPath = (service: string): string => `${feedPath(service)}?guide=later`;
