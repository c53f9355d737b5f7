import { FeedError, type Official } from '../../src/feed/index.js';
import { readOfficialPage } from '../../src/sources/index.js';
import { CHECKED_AT_MS, type SamplePage } from './sample-page.js';

export type Fields = Record<string, unknown>;

/** Changes a page in place. */
export type Change = (document: never) => void;

/** Reads a document of a format, as if fetched at the samples' time. */
export const readAs = (
  format: string,
  document: unknown,
  options: { url?: string; components?: readonly string[] } = {},
): Official =>
  readOfficialPage(document, {
    url: 'https://status.vendor.example/data.json',
    checkedAtMs: CHECKED_AT_MS,
    format,
    ...options,
  });

/** A copy of a sample's document, changed. */
export const changed = (sample: SamplePage, change: Change = () => {}): unknown => {
  const document: unknown = JSON.parse(JSON.stringify(sample.document));
  change(document as never);
  return document;
};

/** The first of the samples of a format that says a status. */
export const sampleOf = (
  samples: readonly SamplePage[],
  format: string,
  status: string,
): SamplePage => samples.find((sample) => sample.format === format && sample.status === status)!;

/** Code and message of the project's own refusal. */
export const errorOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof FeedError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'no error';
};
