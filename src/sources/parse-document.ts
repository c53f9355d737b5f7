import { FeedError } from '../feed/index.js';

/** The start of a function call, as in JSONP: `jsonCallback({…});`. */
const CALL = /^(?:\/\*\*\/)?\s*[\w$][\w$.]{0,100}\s*\(/;

const unwrapCall = (text: string): string => {
  const call = CALL.exec(text)?.[0];
  const end = text.lastIndexOf(')');
  return call && /^\)\s*;?$/.test(text.slice(end)) ? text.slice(call.length, end) : text;
};

/**
 * Parses JSON, or JSON in a function call.
 *
 * @returns The parsed value, not yet checked.
 * @throws {FeedError} `invalid` when it is neither.
 */
export function parseDocument(text: string): unknown {
  const trimmed = text.trim();
  try {
    return JSON.parse(unwrapCall(trimmed));
  } catch (cause) {
    const seen = trimmed.startsWith('<') ? 'a page of HTML or XML' : 'something else';
    throw new FeedError('invalid', `the document: expected JSON, got ${seen}`, { cause });
  }
}
