import { describe } from 'node:test';
import { describeDecisionStore } from './decision-store-contract.js';
import { describeHistoryStore } from './history-store-contract.js';
import { describeIncidentNews } from './incident-news-contract.js';
import { describeNotificationStore } from './notification-store-contract.js';
import { describeOfficialStore } from './official-store-contract.js';
import { describeProbeStore } from './probe-store-contract.js';
import { describeReportStore } from './report-store-contract.js';
import { describeTexts } from './store-contract-texts.js';
import { describeUpkeep } from './store-contract-upkeep.js';
import type { MakePlace } from './store-place.js';
import { describeViewStore } from './view-store-contract.js';

/**
 * What every store does, whatever its database: one suite for each port, and one for the database as a whole.
 *
 * @param name Of the implementation, in the names of the tests.
 * @param makePlace Makes one empty database; called once per test.
 */
export function describeStore(name: string, makePlace: MakePlace): void {
  describe(`${name}: ReportStore`, () => describeReportStore(makePlace));
  describe(`${name}: DecisionStore`, () => describeDecisionStore(makePlace));
  describe(`${name}: OfficialStore`, () => describeOfficialStore(makePlace));
  describe(`${name}: ProbeStore`, () => describeProbeStore(makePlace));
  describe(`${name}: HistoryStore`, () => describeHistoryStore(makePlace));
  describe(`${name}: incident news`, () => describeIncidentNews(makePlace));
  describe(`${name}: ViewStore`, () => describeViewStore(makePlace));
  describe(`${name}: NotificationStore`, () => describeNotificationStore(makePlace));
  describe(`${name}: texts`, () => describeTexts(makePlace));
  describe(`${name}: upkeep`, () => describeUpkeep(makePlace));
}
