import type { VendorPage } from './vendor-page.js';

/** Where and when a vendor's document was read, and what of it is wanted. */
export interface ReadOptions {
  /** Absolute URL of the document. */
  readonly url: string;
  /** When it was fetched, epoch milliseconds. */
  readonly checkedAtMs: number;
  /** Names of the components that matter; the whole page when left out. */
  readonly components?: readonly string[] | undefined;
  /** Reduces HTML to text. The server has a parser for it; without one, texts stay as they are. */
  readonly toText?: (text: string) => string;
}

/** One format of vendors' status pages. */
export interface SourceFormat {
  /** The name in catalogues and errors. */
  readonly name: string;
  /** Whether a document looks like this format; never throws. */
  recognise(document: unknown): boolean;
  /**
   * Reads a document that was recognised.
   *
   * @throws {FeedError} `invalid`, naming the path, what was expected and what was found.
   */
  read(document: unknown, options: ReadOptions): VendorPage;
  /** Addresses whose documents, laid together, say what is missing when this one answers 404; all but the first may do so too. */
  readonly insteadOf?: (url: string) => readonly string[];
}
