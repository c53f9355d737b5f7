import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Below this many bytes compression costs more than it saves. */
const WORTH_COMPRESSING_BYTES = 1024;

type Encoding = 'br' | 'gzip';

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

/** Bytes to serve, with their validator; compressed forms are made on first use and kept. */
export class Entity {
  readonly #variants = new Map<Encoding, Promise<Buffer>>();
  readonly #tag: string;

  /**
   * @param bytes The uncompressed body.
   * @param contentType With charset.
   * @param compressible False for what is compressed already.
   */
  constructor(
    readonly bytes: Buffer,
    readonly contentType: string,
    readonly compressible = true,
  ) {
    this.#tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  }

  /** Strong validator of one form of the body; different for each, as the bytes are. */
  etag(encoding?: Encoding): string {
    return encoding ? `"${this.#tag}-${encoding}"` : `"${this.#tag}"`;
  }

  /** True when `If-None-Match` names any form of this body: all of them carry the same content. */
  isKnownBy(ifNoneMatch: string | undefined): boolean {
    if (!ifNoneMatch) return false;
    if (ifNoneMatch.trim() === '*') return true;
    return ifNoneMatch
      .split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''))
      .some((tag) => tag === this.etag() || tag === this.etag('br') || tag === this.etag('gzip'));
  }

  /**
   * Answers with this body, in the best form the client takes, or with 304.
   *
   * @param context The request.
   * @param cacheControl Value of `Cache-Control`.
   */
  async send(context: Context, cacheControl: string): Promise<Response> {
    const accepted = context.req.header('accept-encoding') ?? '';
    const worthIt = this.compressible && this.bytes.length >= WORTH_COMPRESSING_BYTES;
    const encoding = worthIt
      ? (['br', 'gzip'] as const).find((candidate) => accepts(accepted, candidate))
      : undefined;
    const headers: Record<string, string> = {
      ETag: this.etag(encoding),
      'Cache-Control': cacheControl,
      Vary: 'Accept-Encoding',
    };
    if (this.isKnownBy(context.req.header('if-none-match')))
      return context.body(null, 304, headers);
    headers['Content-Type'] = this.contentType;
    if (encoding) headers['Content-Encoding'] = encoding;
    const bytes = encoding ? await this.#variant(encoding) : this.bytes;
    return context.body(bytes as Uint8Array<ArrayBuffer>, 200, headers);
  }

  #variant(encoding: Encoding): Promise<Buffer> {
    const known = this.#variants.get(encoding);
    if (known) return known;
    const made = compress(this.bytes, encoding);
    this.#variants.set(encoding, made);
    return made;
  }
}
