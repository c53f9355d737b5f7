import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { BoundedCache } from './bounded-cache.js';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Answers kept per entity. Clients that ask for a picture choose its `Cache-Control`, so the cap bounds abuse. */
const KEPT_ANSWERS = 12;

/** Below this many bytes compression costs more than it saves. */
const WORTH_COMPRESSING_BYTES = 1024;

/** Best first. */
const ENCODINGS = ['br', 'gzip'] as const;
type Encoding = (typeof ENCODINGS)[number];

const compress = (bytes: Buffer, encoding: Encoding): Promise<Buffer> =>
  encoding === 'br'
    ? compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    : compressGzip(bytes);

const accepts = (header: string, encoding: Encoding): boolean =>
  header.split(',').some((part) => {
    const [name = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });

/** The answer to a request for an {@link Entity}. */
export interface EntityAnswer {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  /** `null` with 304. */
  readonly bytes: Buffer | null;
}

/** Bytes to serve, with their validator. Compressed forms are made on first use and kept. */
export class Entity {
  readonly #making = new Map<Encoding, Promise<Buffer>>();
  readonly #made = new Map<Encoding, Buffer>();
  readonly #answers = new BoundedCache<EntityAnswer | undefined>(KEPT_ANSWERS);
  readonly #tag: string;

  /**
   * @param bytes The uncompressed body.
   * @param contentType With charset.
   * @param compressible False if the bytes are compressed already.
   */
  constructor(
    readonly bytes: Buffer,
    readonly contentType: string,
    readonly compressible = true,
  ) {
    this.#tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  }

  /** Strong validator of one form of the body; it differs per form, because the bytes do. */
  etag(encoding?: Encoding): string {
    return encoding ? `"${this.#tag}-${encoding}"` : `"${this.#tag}"`;
  }

  /** True if `If-None-Match` names any form of this body: all forms carry the same content. */
  isKnownBy(ifNoneMatch: string | undefined): boolean {
    if (!ifNoneMatch) return false;
    if (ifNoneMatch.trim() === '*') return true;
    return ifNoneMatch
      .split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''))
      .some((tag) => tag === this.etag() || tag === this.etag('br') || tag === this.etag('gzip'));
  }

  /**
   * The answer to a request, if the best form that the client accepts has been made already.
   *
   * @param acceptEncoding The client's `Accept-Encoding`.
   * @param ifNoneMatch The client's `If-None-Match`.
   * @param cacheControl Value of `Cache-Control`.
   * @returns The same object for the same answer, while it is kept; `undefined` if the form must be made first.
   */
  answer(
    acceptEncoding: string | undefined,
    ifNoneMatch: string | undefined,
    cacheControl: string,
  ): EntityAnswer | undefined {
    const encoding = this.#choose(acceptEncoding);
    const isKnown = this.isKnownBy(ifNoneMatch);
    return this.#answers.get(`${isKnown} ${encoding} ${cacheControl}`, () =>
      this.#answerNow(encoding, isKnown, cacheControl),
    );
  }

  /**
   * The answer to a request, as from {@link answer}; makes the form of the body first if necessary.
   *
   * @param acceptEncoding The client's `Accept-Encoding`.
   * @param ifNoneMatch The client's `If-None-Match`.
   * @param cacheControl Value of `Cache-Control`.
   */
  async makeAnswer(
    acceptEncoding: string | undefined,
    ifNoneMatch: string | undefined,
    cacheControl: string,
  ): Promise<EntityAnswer> {
    let answer = this.answer(acceptEncoding, ifNoneMatch, cacheControl);
    while (!answer) {
      await this.#make(this.#choose(acceptEncoding) as Encoding);
      answer = this.answer(acceptEncoding, ifNoneMatch, cacheControl);
    }
    return answer;
  }

  #answerNow(
    encoding: Encoding | undefined,
    isKnown: boolean,
    cacheControl: string,
  ): EntityAnswer | undefined {
    const bytes = encoding ? this.#made.get(encoding) : this.bytes;
    if (!bytes && !isKnown) return undefined;
    const headers: Record<string, string> = {
      ETag: this.etag(encoding),
      'Cache-Control': cacheControl,
      Vary: 'Accept-Encoding',
    };
    if (!isKnown) {
      headers['Content-Type'] = this.contentType;
      if (encoding) headers['Content-Encoding'] = encoding;
    }
    return isKnown
      ? { status: 304, headers, bytes: null }
      : { status: 200, headers, bytes: bytes ?? null };
  }

  #choose(acceptEncoding: string | undefined): Encoding | undefined {
    if (!acceptEncoding || !this.compressible || this.bytes.length < WORTH_COMPRESSING_BYTES)
      return undefined;
    return ENCODINGS.find((encoding) => accepts(acceptEncoding, encoding));
  }

  async #make(encoding: Encoding): Promise<void> {
    const making = this.#making.get(encoding) ?? compress(this.bytes, encoding);
    this.#making.set(encoding, making);
    this.#made.set(encoding, await making);
  }
}
