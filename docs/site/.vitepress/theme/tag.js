// The tag as text, and back.
import { ATTRIBUTES } from './element.js';

const escape = (value) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * Writes a tag.
 *
 * @param attributes Values by name; an empty text is an attribute without a value.
 */
export function writeTag(attributes) {
  const written = Object.entries(attributes).map(([name, value]) =>
    value === '' ? ` ${name}` : ` ${name}="${escape(value)}"`,
  );
  return `<outage-status${written.join('')}></outage-status>`;
}

/**
 * Reads a tag that somebody types.
 *
 * @returns {{ attributes?: Record<string, string>, problem?: string }} The attributes, or what is wrong in a sentence.
 */
export function readTag(text) {
  const tag = new DOMParser().parseFromString(text, 'text/html').querySelector('outage-status');
  if (!tag) return { problem: 'There is no <outage-status> tag in it.' };
  const known = new Set(ATTRIBUTES.map(({ name }) => name));
  const stranger = [...tag.attributes].find(({ name }) => !known.has(name));
  if (stranger) return { problem: `The element has no attribute ${stranger.name}.` };
  return {
    attributes: Object.fromEntries([...tag.attributes].map(({ name, value }) => [name, value])),
  };
}
