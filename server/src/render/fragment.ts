import type { Feed } from 'outage-status/feed';
import { type RenderOptions, renderStatus } from 'outage-status/ssr';
import { markup } from './markup.js';
import { languageQuery, type RenderLanguage } from './render-language.js';
import type { TagAttributes } from './snippet/room.js';
import { writeTag } from './snippet/widget-snippet.js';

/** Options of a fragment: the tag's, by their attributes' names, and how to write it. */
export interface FragmentOptions {
  /** A text is empty for a boolean attribute. */
  readonly attributes: TagAttributes;
  /** False leaves out the shadow root, for places that strip `<template>`. */
  readonly declarative: boolean;
}

const toProperty = (attribute: string): string =>
  attribute.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/**
 * Writes the widget with its status, for a page that another server makes.
 *
 * @param serverUrl The server's address for visitors, without a trailing slash.
 */
export function writeFragment(
  feed: Feed,
  serverUrl: string,
  { attributes, declarative }: FragmentOptions,
  nowMs: number,
): string {
  const options = Object.entries(attributes).map(([name, value]) => [
    toProperty(name),
    value === '' || value,
  ]);
  const ownOptions: RenderOptions = { server: serverUrl, declarative, nowMs };
  return renderStatus(feed, { ...(Object.fromEntries(options) as RenderOptions), ...ownOptions });
}

/** Writes the widget while the server has no feed: the tag with a link, which asks for the feed by itself. */
export function writeFragmentWithoutFeed(
  { id, name }: { readonly id: string; readonly name: string },
  serverUrl: string,
  { attributes }: FragmentOptions,
  language: RenderLanguage,
): string {
  const link = {
    href: `${serverUrl}/${id}${languageQuery(language)}`,
    text: language.paint.title(name),
  };
  return writeTag({ service: id, server: serverUrl, ...attributes }, link, false).text;
}

/** Writes what a page shows in place of a service that does not exist, or no longer exists. No script looks for it. */
export function writeFragmentNotFound(language: RenderLanguage, serverUrl: string): string {
  const { tag, direction, page } = language;
  return markup`<span lang="${tag}" dir="${direction}">${page.notFound} <a href="${serverUrl}/services${languageQuery(language)}">${page.allServices}</a></span>`
    .text;
}
