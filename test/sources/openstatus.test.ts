import { expect } from '@open-wc/testing';
import { readOfficialPage } from '../../src/sources/index.js';
import { CHECKED_AT_MS } from './sample-page.js';

type Word = 'success' | 'degraded' | 'error' | 'info';

// How OpenStatus translates its own words in the summary.
const SUMMARY_WORDS: Readonly<Record<Word, readonly [indicator: string, component: string]>> = {
  success: ['none', 'operational'],
  degraded: ['minor', 'degraded_performance'],
  error: ['major', 'major_outage'],
  info: ['maintenance', 'under_maintenance'],
};
const WORST_FIRST: readonly Word[] = ['error', 'degraded', 'info', 'success'];

const summary = (page: Word, monitors: readonly Word[], reports: readonly string[]): object => ({
  page: { name: 'Vendor', url: 'https://status.vendor.example', updated_at: null },
  status: { indicator: SUMMARY_WORDS[page][0], description: 'x' },
  components: monitors.map((word, index) => ({
    name: `Monitor ${index}`,
    status: SUMMARY_WORDS[word][1],
  })),
  incidents: reports.map((status, id) => ({
    id: String(id),
    name: 'Slow',
    status,
    updated_at: '2026-11-22T08:00:00.000Z',
    incident_updates: [{ status, body: 'x', created_at: '2026-11-22T08:00:00.000Z' }],
  })),
  scheduled_maintenances: [],
});

const feed = (page: Word, monitors: readonly Word[], reports: readonly string[]): object => ({
  title: 'Vendor',
  status: page,
  monitors: monitors.map((status, id) => ({ id, name: `Monitor ${id}`, status })),
  pageComponents: monitors.map((_, id) => ({ id: id + 100, name: `Monitor ${id}`, monitorId: id })),
  maintenances: [],
  statusReports: reports.map((status, id) => ({
    id,
    title: 'Slow',
    status,
    statusReportUpdates: [{ status, date: '2026-11-22T08:00:00.000Z' }],
    pageComponents: [],
  })),
});

const read = (document: object) => {
  const { status, indicator, affected, unknownReason, incidents } = readOfficialPage(document, {
    url: 'https://status.vendor.example/data.json',
    checkedAtMs: CHECKED_AT_MS,
  });
  return { status, indicator, affected, unknownReason, open: incidents.length };
};

describe("OpenStatus's summary and its feed", () => {
  const pages: readonly (readonly Word[])[] = [
    ['error', 'success'],
    ['error'],
    ['error', 'error', 'success'],
    ['error', 'success', 'success', 'info'],
    ['degraded', 'success'],
    ['info', 'success'],
    ['success', 'success'],
    [],
  ];
  for (const monitors of pages) {
    for (const reports of [[], ['monitoring']]) {
      const words = monitors.join(', ') || 'no monitors';
      it(`agree about ${words}${reports.length ? ' and an open report' : ''}`, () => {
        const page = WORST_FIRST.find((word) => monitors.includes(word)) ?? 'success';
        const ofSummary = read(summary(page, monitors, reports));
        expect(read(feed(page, monitors, reports))).to.deep.equal(ofSummary);
      });
    }
  }

  it('call one monitor of two that is down a partial outage', () => {
    expect(read(summary('error', ['error', 'success'], [])).status).to.equal('partial_outage');
  });

  it('count a component without a monitor as one that works until a report is about it', () => {
    const docs = { id: 7, name: 'Docs', monitorId: null };
    const page = feed('error', ['error'], []) as { pageComponents: object[] };
    const withStatic = { ...page, pageComponents: [...page.pageComponents, docs] };
    expect(read(withStatic)).to.include({ status: 'partial_outage' });
    const report = { id: 1, title: 'Docs', status: 'investigating', pageComponents: [7] };
    expect(read({ ...withStatic, statusReports: [report] }).affected).to.deep.equal({
      count: 2,
      total: 2,
      names: ['Monitor 0', 'Docs'],
    });
  });
});
