import { mergeDocuments } from 'outage-status/sources';
import { HOUR_MS } from '../lib/clock.js';
import { OFFICIAL_FORMATS, parseOfficialDocument } from '../vendor-formats/index.js';
import { fetchPage, type PageRequest, type Validators } from './fetch-page.js';
import { PageError } from './page-error.js';

/** The addresses of a page's data. */
export interface PagePlace {
  /** Name of the format; if missing, the document's content decides. */
  readonly format?: string | undefined;
  readonly feed: string;
  /** Further documents of the same page, merged into the first. */
  readonly also: readonly string[];
}

/**
 * A page is read in full at least this often, even if unchanged, because its meaning can change with time alone: planned
 * work begins, and an abandoned monitor stays green.
 */
const LONGEST_TRUST_MS = HOUR_MS;

interface Held {
  readonly document: unknown;
  readonly validators: Validators;
}

/** The result of fetching one document; `held` is missing for an optional document that does not exist. */
interface FetchedDocument {
  readonly address: string;
  readonly held: Held | undefined;
  readonly changed: boolean;
}

const isMissing = (error: unknown): boolean =>
  error instanceof PageError && error.httpStatus === 404;

/** Reads the documents of one page, with conditional requests. */
export class PageReader {
  readonly #place: PagePlace;
  readonly #request: Omit<PageRequest, 'validators'>;
  /** The documents of the last read, by address. */
  readonly #held = new Map<string, Held>();
  #addresses: readonly string[] = [];
  /** Whether all addresses but the first may answer 404. */
  #othersMayBeMissing = false;
  /** When the whole page was last read, epoch milliseconds. */
  #readAtMs = -Infinity;

  constructor(place: PagePlace, request: Omit<PageRequest, 'validators'>) {
    this.#place = place;
    this.#request = request;
  }

  /** Forgets all documents, so that the next read fetches the whole page. */
  forget(): void {
    this.#held.clear();
  }

  /**
   * @returns The page's documents, merged; `undefined` if none has changed since the last read.
   * @throws {PageError} If a document cannot be fetched. Network errors are thrown unchanged.
   * @throws {FeedError} If a document cannot be parsed.
   */
  async read(): Promise<unknown> {
    const nowMs = this.#request.now();
    if (nowMs - this.#readAtMs >= LONGEST_TRUST_MS) {
      this.forget();
      // Retry the first address, even if other documents replaced it: it may be back.
      this.#addresses = [this.#place.feed, ...this.#place.also];
      this.#othersMayBeMissing = false;
    }
    if (this.#held.size === 0) this.#readAtMs = nowMs;
    try {
      return await this.#readAll();
    } catch (error) {
      const instead = this.#placesInstead(error);
      if (instead.length === 0) throw error;
      this.#addresses = instead;
      this.#othersMayBeMissing = true;
      return this.#readAll();
    }
  }

  async #readAll(): Promise<unknown> {
    const fetched = await Promise.all(this.#addresses.map((address) => this.#readOne(address)));
    for (const { address, held } of fetched) {
      if (held) this.#held.set(address, held);
      else this.#held.delete(address);
    }
    if (fetched.every(({ changed }) => !changed)) return undefined;
    const there = [...this.#held.values()];
    const document = mergeDocuments(there.map((held) => held.document));
    // A single document is not needed again: while it is unchanged, so is the stored status.
    if (this.#addresses.length === 1) {
      for (const [address, held] of this.#held) {
        this.#held.set(address, { ...held, document: undefined });
      }
    }
    return document;
  }

  async #readOne(address: string): Promise<FetchedDocument> {
    const known = this.#held.get(address);
    const answer = await fetchPage(address, {
      ...this.#request,
      validators: known?.validators,
    }).catch((error: unknown) => {
      const isAllowed = this.#othersMayBeMissing && address !== this.#addresses[0];
      if (isAllowed && isMissing(error)) return undefined;
      throw error;
    });
    if (!answer) return { address, held: undefined, changed: known !== undefined };
    if (answer.kind === 'unchanged') {
      if (!known) throw new PageError('it answered "unchanged" although nothing was known');
      return { address, held: known, changed: false };
    }
    const document = parseOfficialDocument(answer.text);
    return { address, held: { document, validators: answer.validators }, changed: true };
  }

  /** Substitutes for a missing summary, such as Statuspage's four documents. */
  #placesInstead(error: unknown): readonly string[] {
    const { format, feed, also } = this.#place;
    if (!isMissing(error) || also.length > 0 || this.#addresses.length > 1) return [];
    return OFFICIAL_FORMATS.filter(({ name }) => format === undefined || name === format).flatMap(
      ({ insteadOf }) => insteadOf?.(feed) ?? [],
    );
  }
}
