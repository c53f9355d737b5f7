// Sample data for the widgets of a page: the stand-in for a feed server that `outage-status/testing` has.
import { createTestServer, SAMPLE_STATES } from '../../../../src/testing/index.ts';

/** The choices of a page: the samples by name, a failing server, and this page's own server. */
export const SAMPLES = [...SAMPLE_STATES, 'failing', 'live'];

/** What a choice is called. */
export const sampleLabel = (sample) =>
  ({
    failing: 'server answers 503',
    live: 'live data of this server',
  })[sample] ?? sample.replaceAll('_', ' ');

const shownAs = (sample) => (sample === 'failing' ? 503 : sample);

let server;
let remove;

/** Answers the page's requests for feeds with a sample; `live` lets them through to the page's server. */
export function showSample(sample) {
  if (sample === 'live') return hideSamples();
  server ??= createTestServer();
  server.show(shownAs(sample));
  remove ??= server.install();
}

/** Lets all requests through again, and forgets what was reported. */
export function hideSamples() {
  void remove?.();
  remove = undefined;
  server = undefined;
}
