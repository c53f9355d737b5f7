import type { Official } from '../feed/index.js';
import type { Fields } from './read-field.js';

/** Where and when a vendor's document was read. */
export interface ReadOptions {
  /** Absolute URL of the document. */
  readonly url: string;
  /** When it was fetched, epoch milliseconds. */
  readonly checkedAtMs: number;
}

/** One format of vendors' status pages. */
export interface SourceFormat {
  /** The name in catalogues and errors. */
  readonly name: string;
  /** Whether a document looks like this format; never throws. */
  recognise(document: Fields): boolean;
  /**
   * Reads a document.
   *
   * @throws {FeedError} `invalid`, naming the path, what was expected and what was found.
   */
  read(document: Fields, options: ReadOptions): Official;
}
