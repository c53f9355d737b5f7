import { describe } from 'node:test';
import { describeAbuse } from './report-store-contract-abuse.js';
import { describeAdding } from './report-store-contract-adding.js';
import { describeCounts } from './report-store-contract-counts.js';
import { describeVotes } from './report-store-contract-votes.js';
import type { MakePlace } from './store-place.js';

/** Reports and votes: adding them, what must not count, and what is counted. */
export function describeReportStore(makePlace: MakePlace): void {
  describe('adding', () => describeAdding(makePlace));
  describe('abuse', () => describeAbuse(makePlace));
  describe('votes', () => describeVotes(makePlace));
  describe('counts', () => describeCounts(makePlace));
}
