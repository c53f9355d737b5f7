import type { VendorPage } from './vendor-page.js';

/** Where and when a vendor's document was fetched, and which components to read. */
export interface ReadOptions {
  /** Absolute URL of the document. */
  readonly url: string;
  /** When it was fetched, epoch milliseconds. */
  readonly checkedAtMs: number;
  /** Names of the components to read; all of them when left out. */
  readonly components?: readonly string[] | undefined;
  /** Converts HTML to text. The server passes one; without it, texts stay as they are. */
  readonly toText?: (text: string) => string;
}

/** One format of vendors' status pages. */
export interface SourceFormat {
  /** Name in catalogues and errors, e.g. `statuspage`. */
  readonly name: string;
  /** Whether a document looks like this format; never throws. */
  recognise(document: unknown): boolean;
  /**
   * Reads a recognised document.
   *
   * @throws {FeedError} `invalid`, with the path, the expected and the found value.
   */
  read(document: unknown, options: ReadOptions): VendorPage;
  /** URLs of documents that together replace this one if it answers 404; all but the first may answer 404 too. */
  readonly insteadOf?: (url: string) => readonly string[];
}
