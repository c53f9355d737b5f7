import { describe } from 'node:test';
import { describeCounts } from './store-contract-counts.js';
import { describeIncidents } from './store-contract-incidents.js';
import { describeNotifications } from './store-contract-notifications.js';
import { describeReports } from './store-contract-reports.js';
import { describeStatus } from './store-contract-status.js';
import { describeUpkeep } from './store-contract-upkeep.js';
import { describeVotes } from './store-contract-votes.js';
import type { MakePlace } from './store-place.js';

/**
 * What every store does, whatever its database.
 *
 * @param name Of the implementation, in the names of the tests.
 * @param makePlace Makes one empty database; called once per test.
 */
export function describeStore(name: string, makePlace: MakePlace): void {
  describe(`${name}: reports`, () => describeReports(makePlace));
  describe(`${name}: counts`, () => describeCounts(makePlace));
  describe(`${name}: votes and views`, () => describeVotes(makePlace));
  describe(`${name}: status`, () => describeStatus(makePlace));
  describe(`${name}: incidents`, () => describeIncidents(makePlace));
  describe(`${name}: notifications`, () => describeNotifications(makePlace));
  describe(`${name}: upkeep`, () => describeUpkeep(makePlace));
}
