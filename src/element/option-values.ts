import { isTrue, readWord } from './paint-attributes.js';

/**
 * Readers of the element's options. Pages and frameworks set properties to values of any type, so these take any value
 * and return one of the documented type: the default for what is missing or makes no sense.
 */

/** Reads a text, also of an object that stands for one: a `URL`, a `Location`, a link, a `String`. */
export const readText = (value: unknown): string => {
  const object = value as Partial<URL> | null | undefined;
  const text = object?.href ?? object?.valueOf?.();
  return typeof text === 'string' ? text.trim() : '';
};

/** Reads one of these words; the first is the default. */
export const readOneOf =
  (...words: readonly [string, ...string[]]) =>
  (value: unknown): string => {
    const word = readWord(readText(value));
    return words.includes(word) ? word : words[0];
  };

/** Reads the seconds between polls, also in a text, or `off`. */
export const readRefresh = (value: unknown): number | 'off' => {
  const word = readWord(readText(value));
  if (word === 'off') return word;
  const seconds = typeof value === 'number' ? value : Number.parseFloat(word);
  return Number.isNaN(seconds) ? 60 : seconds;
};

/**
 * Reads a boolean property. A text is read like that of the attribute, but an empty one is false, as it is for properties
 * of HTML: Preact assigns it when the value is taken away.
 */
export const readBoolean = (value: unknown): boolean =>
  !!value && (typeof value !== 'string' || isTrue(value));
