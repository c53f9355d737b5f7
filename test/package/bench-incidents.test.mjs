import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { measureIncidents, readIncidents } from '../../bench/detect/incidents.mjs';

const QUARTERS = 95;

/** An archive of one provider: a day of one report a quarter hour, and 90 in each of the four from 12:00 on. */
function makeArchive({ since = '12:30 PM EST', quarters = QUARTERS } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'incidents-'));
  after(() => rmSync(folder, { recursive: true }));
  const [pages, reports] = ['some-cloud', 'some-cloud-reports'].map((name) =>
    join(folder, 'below', name),
  );
  for (const each of [pages, reports]) mkdirSync(each, { recursive: true });
  const counts = Array.from({ length: quarters }, (_, quarter) => {
    const wall = new Date(Date.UTC(2020, 0, 7) + quarter * 900_000).toISOString().slice(0, 19);
    return { x: `${wall}-05:00`, y: quarter >= 48 && quarter < 52 ? 90 : 1 };
  });
  for (const id of [12, 13]) {
    writeFileSync(join(reports, `${id}-problems.json`), JSON.stringify({ counts }));
    writeFileSync(
      join(pages, `${id}-problems.html`),
      `<meta content="User reports indicate Some Cloud is having problems since ${since}.">`,
    );
  }
  return folder;
}

/** Alarms while a minute has at least `least` reports. */
const threshold = (least) => () => ({ tick: (_, counts) => (counts[0] >= least ? 1 : 0) });

describe('the bench with real incidents', () => {
  it('reads an archive below a folder, and takes the ids that are wanted', () => {
    const [incident, ...others] = readIncidents(makeArchive(), (id) => id % 2 === 0);
    assert.equal(others.length, 0);
    assert.equal(incident.id, 12);
    assert.equal(incident.usual, 1);
    assert.equal(incident.counts.length, QUARTERS);
    assert.equal(incident.since - incident.begin, 12.5 * 60);
  });

  it('measures how long before "since" a detector alarms', () => {
    const incidents = readIncidents(makeArchive(), () => true);
    const { found, median, earlier } = measureIncidents(threshold(5), incidents);
    assert.deepEqual({ found, median, earlier }, { found: 100, median: -29, earlier: 0 });
    const { found: none } = measureIncidents(threshold(7), incidents);
    assert.equal(none, 0);
  });

  it('counts alarms that ended an hour before as earlier ones', () => {
    const incidents = readIncidents(makeArchive({ since: '3:30 PM EST' }), () => true);
    const { found, earlier } = measureIncidents(threshold(5), incidents);
    assert.deepEqual({ found, earlier }, { found: 0, earlier: 1 });
  });

  it('leaves broken windows out, and names what is missing', () => {
    assert.throws(() => readIncidents(makeArchive({ quarters: 40 }), () => true), /no folder/);
    assert.throws(
      () => readIncidents(makeArchive({ since: 'noon' }), () => true),
      /12-problems.html: no "having problems since"/,
    );
    const empty = mkdtempSync(join(tmpdir(), 'incidents-'));
    after(() => rmSync(empty, { recursive: true }));
    assert.throws(() => readIncidents(empty, () => true), /no folder/);
  });
});
