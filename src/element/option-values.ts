import { isTrue } from './paint-attributes.js';

/**
 * Readers of the element's options. Pages and frameworks set properties to values of any type, so these take any value
 * and return one of the documented type: the default for what is missing or makes no sense.
 */

/** Reads a text. */
export const textOr =
  (initial: string) =>
  (value: unknown): string =>
    (typeof value === 'string' && value) || initial;

/** Reads the seconds between polls, also in a text, or `off`. */
export const readRefresh = (value: unknown): number | 'off' => {
  if (value === 'off') return value;
  const seconds = typeof value === 'number' ? value : Number.parseFloat(textOr('')(value));
  return Number.isNaN(seconds) ? 60 : seconds;
};

/**
 * Reads a boolean property. A text is read like that of the attribute, but an empty one is false, as it is for properties
 * of HTML: Preact assigns it when the value is taken away.
 */
export const readBoolean = (value: unknown): boolean =>
  !!value && (typeof value !== 'string' || isTrue(value));
