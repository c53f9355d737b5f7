import { expect } from '@open-wc/testing';
import type { Reachability, Status } from '../../src/feed/index.js';
import {
  explainDevice,
  type DeviceOutcome,
  type DeviceSentence,
} from '../../src/model/device-check.js';

type Probe = Reachability['status'] | 'none';
type Row = [DeviceOutcome, Probe, users: Status, vendor: Status, DeviceSentence];

const explain = (device: DeviceOutcome, probe: Probe, users: Status, vendor: Status) =>
  explainDevice({
    device,
    feed: {
      community: { status: users },
      official: { status: vendor },
      ...(probe === 'none' ? {} : { reachability: { status: probe } }),
    },
  });

const ROWS: readonly Row[] = [
  ['answers', 'reachable', 'operational', 'operational', 'answers'],
  ['answers', 'none', 'unknown', 'unknown', 'answers'],
  ['answers', 'slow', 'operational', 'unknown', 'answers'],
  ['answers', 'unknown', 'operational', 'under_maintenance', 'answers'],
  ['answers', 'reachable', 'major_outage', 'operational', 'answersButProblem'],
  ['answers', 'unreachable', 'operational', 'partial_outage', 'answersButProblem'],
  ['answers', 'unreachable', 'operational', 'operational', 'answersOnlyHere'],
  ['silent', 'reachable', 'operational', 'operational', 'onlyHere'],
  ['silent', 'slow', 'unknown', 'unknown', 'onlyHere'],
  ['silent', 'reachable', 'degraded_performance', 'operational', 'someOnly'],
  ['silent', 'reachable', 'operational', 'major_outage', 'someOnly'],
  ['silent', 'unreachable', 'operational', 'operational', 'nowhere'],
  ['silent', 'unreachable', 'major_outage', 'under_maintenance', 'nowhere'],
  ['silent', 'none', 'major_outage', 'unknown', 'silentAndProblem'],
  ['silent', 'unknown', 'operational', 'partial_outage', 'silentAndProblem'],
  ['silent', 'reachable', 'operational', 'under_maintenance', 'maintenance'],
  ['silent', 'none', 'operational', 'operational', 'silent'],
  ['silent', 'unknown', 'unknown', 'unknown', 'silent'],
  ['refused', 'unreachable', 'operational', 'operational', 'nowhere'],
  ['refused', 'none', 'operational', 'under_maintenance', 'maintenance'],
  ['refused', 'reachable', 'major_outage', 'major_outage', 'refused'],
  ['refused', 'none', 'operational', 'operational', 'refused'],
  ['cutOff', 'reachable', 'operational', 'operational', 'cutOff'],
  ['cutOff', 'unreachable', 'major_outage', 'major_outage', 'cutOff'],
  ['offline', 'unreachable', 'major_outage', 'major_outage', 'offline'],
  ['policy', 'reachable', 'operational', 'operational', 'policy'],
  ['insecure', 'unreachable', 'operational', 'operational', 'insecure'],
];

describe('what a visitor is told who checks from their device', () => {
  for (const [device, probe, users, vendor, sentence] of ROWS) {
    it(`is ${sentence} at ${device}, probe ${probe}, users ${users}, vendor ${vendor}`, () => {
      expect(explain(device, probe, users, vendor)).to.equal(sentence);
    });
  }

  it('believes nobody else where the feed is too old', () => {
    expect(explainDevice({ device: 'answers', feed: undefined })).to.equal('answers');
    expect(explainDevice({ device: 'silent', feed: undefined })).to.equal('silent');
  });

  it('needs neither reports nor a page of the vendor', () => {
    const feed = { community: null, official: null };
    expect(explainDevice({ device: 'silent', feed })).to.equal('silent');
  });
});
