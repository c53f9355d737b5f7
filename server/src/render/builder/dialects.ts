// How a text or an address is written in each dialect, so that it means itself there and nothing else.

const ESCAPED_IN_ADDRESSES = /[()[\]'"<>\\`{}|^\s]/g;

/**
 * An address that needs no escaping in Markdown, BBCode, a string of JavaScript or a quoted attribute, but for `&` there.
 *
 * @param address Absolute, or relative to the page.
 */
export const plainAddress = (address: string): string => {
  // Brackets in a host are those of IPv6, where they cannot be escaped.
  const [, origin = '', rest = ''] = /^(https?:\/\/[^/]*)?(.*)$/s.exec(address) ?? [];
  const escaped = rest.replace(
    ESCAPED_IN_ADDRESSES,
    // encodeURIComponent lets some of these through.
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return origin + escaped;
};

/** A text without line ends, which would end a paragraph, without what no document can hold, and without what turns the rest of a line around. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u202A-\u202E]/g, '')
    .replace(/\p{Surrogate}/gu, '')
    .trim();

/**
 * A line inside of `![…]` in Markdown. Only what could mean something there is escaped: markdown-it, which Discourse and
 * NodeBB use, leaves escaped characters out of alternative texts.
 *
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export const markdownText = (text: string): string => text.replace(/[$&*<>[\\\]^_`|~]/g, '\\$&');

/** A line in BBCode, which has no escapes: brackets become round ones. */
export const bbcodeText = (text: string): string => text.replaceAll('[', '(').replaceAll(']', ')');
