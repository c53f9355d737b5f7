import { layTogether } from 'outage-status/sources';
import { HOUR_MS } from '../lib/clock.js';
import { OFFICIAL_FORMATS, parseOfficialDocument } from '../vendor-formats/index.js';
import { fetchPage, type PageRequest, type Validators } from './fetch-page.js';
import { PageError } from './page-error.js';

/** Where a page's data lies. */
export interface PagePlace {
  /** Name of the format; recognised by its looks when left out. */
  readonly format?: string | undefined;
  readonly feed: string;
  /** Further documents of the same page, laid together with the first. */
  readonly also: readonly string[];
}

/**
 * A page is read anew at least this often, whether it has changed or not: what it says can change by the clock alone. Work
 * begins, and monitors that nobody asks any more stay green.
 */
const LONGEST_TRUST_MS = HOUR_MS;

interface Held {
  readonly document: unknown;
  readonly validators: Validators;
}

/** What came of asking for one document; `held` is missing for one that is not there and may be. */
interface FetchedDocument {
  readonly address: string;
  readonly held: Held | undefined;
  readonly changed: boolean;
}

const isMissing = (error: unknown): boolean =>
  error instanceof PageError && error.httpStatus === 404;

/** Reads the documents of one page, asking for no more than has changed. */
export class PageReader {
  readonly #place: PagePlace;
  readonly #request: Omit<PageRequest, 'validators'>;
  /** By address. Only what was asked for in the last reading. */
  readonly #held = new Map<string, Held>();
  #addresses: readonly string[] = [];
  /** Whether all addresses but the first may answer 404. */
  #othersMayBeMissing = false;
  /** When everything was read last, epoch milliseconds. */
  #readAtMs = -Infinity;

  constructor(place: PagePlace, request: Omit<PageRequest, 'validators'>) {
    this.#place = place;
    this.#request = request;
  }

  /** Forgets what it has, so that the next reading is of the whole page. */
  forget(): void {
    this.#held.clear();
  }

  /**
   * @returns The page's documents laid together; `undefined` when none has changed since the last reading.
   * @throws {PageError} When one of them cannot be had. Anything else thrown is of the network.
   * @throws {FeedError} When one of them is not readable.
   */
  async read(): Promise<unknown> {
    const nowMs = this.#request.now();
    if (nowMs - this.#readAtMs >= LONGEST_TRUST_MS) {
      this.forget();
      // Also where other documents stood in for it: it may be back.
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
    const document = layTogether(there.map((held) => held.document));
    // One document is not needed again: when it has not changed, neither has what was made of it.
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

  /** Statuspage's four documents for a summary that is not there. */
  #placesInstead(error: unknown): readonly string[] {
    const { format, feed, also } = this.#place;
    if (!isMissing(error) || also.length > 0 || this.#addresses.length > 1) return [];
    return OFFICIAL_FORMATS.filter(({ name }) => format === undefined || name === format).flatMap(
      ({ insteadOf }) => insteadOf?.(feed) ?? [],
    );
  }
}
