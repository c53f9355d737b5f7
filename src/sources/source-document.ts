import { FeedError } from '../feed/index.js';
import { isFields } from './read-field.js';

const BYTE_ORDER_MARKS: readonly [mark: readonly number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

const decoderFor = (label: string | undefined): TextDecoder | undefined => {
  try {
    return label ? new TextDecoder(label) : undefined;
  } catch {
    // Ignore a label that names no encoding.
    return undefined;
  }
};

/** Guesses UTF-16: every document starts with an ASCII character, so a zero byte beside it is half of a UTF-16 unit. */
const guessFromZeros = ([first, second]: Uint8Array): string | undefined => {
  if (second === 0 && first !== 0) return 'utf-16le';
  return first === 0 && second !== 0 && second !== undefined ? 'utf-16be' : undefined;
};

/**
 * Decodes a document. The encoding is, in this order, that of the byte order mark, of zero bytes at the start, of the XML
 * declaration, of the header, or UTF-8. AWS sends UTF-16 without always declaring it.
 *
 * @param contentType The `Content-Type` header, e.g. `application/xml; charset=iso-8859-1`.
 * @returns The text without byte order mark; invalid bytes become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, contentType?: string | null): string {
  const mark = BYTE_ORDER_MARKS.find(([values]) =>
    values.every((value, index) => bytes[index] === value),
  );
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 100));
  const declared = /^<\?xml[^>]{0,60}encoding=["']([\w-]{1,30})["']/.exec(beginning)?.[1];
  const announced = /charset="?([\w-]{1,30})/i.exec(contentType ?? '')?.[1];
  // Do not trust a declaration of UTF-16: the bytes themselves show it, and a false one would turn the text into nonsense.
  const believable = [declared, announced].filter((name) => name && !/^utf-?16/i.test(name));
  const decoder = [mark?.[1], guessFromZeros(bytes), ...believable]
    .map(decoderFor)
    .find((found) => found !== undefined);
  return (decoder ?? new TextDecoder()).decode(bytes);
}

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

const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [value];

/**
 * Merges the documents of one status page, for formats that spread a page over several: Uptime Kuma's page and its
 * heartbeats, Statuspage's status, components and incidents.
 *
 * @param documents At least one.
 * @returns One object with the fields of all documents. If several have the same field, lists are concatenated;
 *   otherwise the first value wins. If a document is not an object, a list of all entries instead.
 */
export function mergeDocuments(documents: readonly unknown[]): unknown {
  if (documents.length === 1) return documents[0];
  if (!documents.every(isFields)) return documents.flatMap(asList);
  const merged: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of documents.flatMap((document) => Object.entries(document))) {
    const known = merged[name];
    if (known === undefined) merged[name] = value;
    else if (Array.isArray(known) || Array.isArray(value)) {
      merged[name] = [...asList(known), ...asList(value)];
    }
  }
  return merged;
}
