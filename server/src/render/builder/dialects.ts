// Escapes texts and addresses for each dialect, so that they keep their meaning and gain no other.

const ESCAPED_IN_ADDRESSES = /[()[\]'"<>\\`{}|^\s]/g;

/**
 * An address that needs no escaping in Markdown, BBCode, a JavaScript string or a quoted attribute, except `&` in the last.
 *
 * @param address Absolute, or relative to the page.
 */
export const plainAddress = (address: string): string => {
  // Brackets in a host belong to IPv6 and cannot be escaped.
  const [, origin = '', rest = ''] = /^(https?:\/\/[^/]*)?(.*)$/s.exec(address) ?? [];
  const escaped = rest.replace(
    ESCAPED_IN_ADDRESSES,
    // encodeURIComponent leaves some of these unescaped.
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return origin + escaped;
};

/** A text in one line, without characters that no document can contain and without marks that reverse the rest of the line. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u202A-\u202E]/g, '')
    .replace(/\p{Surrogate}/gu, '')
    .trim();

/**
 * A line inside `![…]` in Markdown. Escapes only characters with a meaning there, because markdown-it, which Discourse and
 * NodeBB use, drops escaped characters from alternative texts.
 *
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export const markdownText = (text: string): string => text.replace(/[$&*<>[\\\]^_`|~]/g, '\\$&');

/** A line in BBCode, which has no escapes: square brackets become round ones. */
export const bbcodeText = (text: string): string => text.replaceAll('[', '(').replaceAll(']', ')');
