export { sampleFeed, SAMPLE_STATES, type SampleOptions, type SampleState } from './sample-feed.js';
export type { CommunityStatus } from './sample-voices.js';
export {
  createTestServer,
  type SentReport,
  type Shown,
  type TestServer,
  type TestServerOptions,
} from './test-server.js';
