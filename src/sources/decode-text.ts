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
