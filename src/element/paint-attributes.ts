/** The attributes that the first paint depends on: they locate the feed and select its parts. */
export type PaintAttribute =
  | 'service'
  | 'server'
  | 'src'
  | 'format'
  | 'variant'
  | 'heading-level'
  | 'without-breakdown'
  | 'without-sparkline'
  | 'without-official';

/**
 * Returns the text of an attribute, `null` where it is missing. The first paint reads the tag's attributes, the element
 * its own properties.
 */
export type ReadAttribute = (name: PaintAttribute) => string | null;

/**
 * The second spelling of an attribute: `withoutreport` for `without-report`. HTML makes it of the property's name, which
 * frameworks write as an attribute while the element is not defined, and on a server.
 */
export const aliasOf = (attribute: string): string => attribute.replace('-', '');

/** Reads an attribute of a tag in either spelling; the documented one, which `name` is in, wins. */
export const readAttribute = (element: Element, name: string): string | null =>
  element.getAttribute(name) ?? element.getAttribute(aliasOf(name));

/** Reads a word of a fixed list: its case and white space around it do not matter, as in attributes of HTML. */
export const readWord = (text: string | null): string => (text ?? '').trim().toLowerCase();

/**
 * Reads the text of a boolean attribute: any text is true, as in HTML, but `false` is false, because frameworks write it
 * for the value `false`.
 */
export const isTrue = (text: string | null): boolean => text !== null && readWord(text) !== 'false';

/** Reads the level of a heading, 1–6, of an attribute or a property; 0, which is none, for anything else. */
export const readLevel = (value: unknown): number =>
  [1, 2, 3, 4, 5, 6].find(
    (level) => level === value || (typeof value === 'string' && `${level}` === value.trim()),
  ) ?? 0;
