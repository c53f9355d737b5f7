import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { VisitorHasher } from '../../src/reports/visitor-hasher.js';

describe('visitor hashes', () => {
  const DAY = 86_400_000;
  const NOON = Date.UTC(2026, 10, 22, 12);
  const makeHasher = (windowMs = DAY): { hasher: VisitorHasher; days: string[] } => {
    const days: string[] = [];
    const readSalt = (day: string): Promise<string> => {
      days.push(day);
      return Promise.resolve(Buffer.from(day.padEnd(32, 'x')).toString('hex'));
    };
    return { hasher: new VisitorHasher({ readSalt }, windowMs), days };
  };

  test('hold nothing of the address, and differ by service and by day', async () => {
    const { hasher } = makeHasher();
    const atNoon = await hasher.at(NOON);
    const [today, yesterday] = atNoon.hash('203.0.113.7', 'kik');
    const [elsewhere] = atNoon.hash('203.0.113.7', 'discord');
    assert.match(today, /^[\w-]{22}$/);
    assert.equal(new Set([today, yesterday, elsewhere]).size, 3);
  });

  test("keep today's first hash as tomorrow's second, so a visitor stays known past midnight", async () => {
    const { hasher } = makeHasher();
    const [today] = (await hasher.at(NOON)).hash('203.0.113.7', 'kik');
    const [, yesterday] = (await hasher.at(NOON + DAY)).hash('203.0.113.7', 'kik');
    assert.equal(yesterday, today);
  });

  test("leave out yesterday's as soon as it can match no visitor any more", async () => {
    const hour = DAY / 24;
    const { hasher } = makeHasher(6 * hour);
    const hashesAt = async (hours: number): Promise<number> =>
      (await hasher.at(NOON + hours * hour)).hash('203.0.113.7', 'kik').length;
    // Midnight is at 12; a minute is granted to clocks that differ.
    assert.deepEqual(
      await Promise.all([11, 12, 18, 18.016, 18.02, 35].map(hashesAt)),
      [1, 2, 2, 2, 1, 1],
    );
  });

  test('read each salt once', async () => {
    const { hasher, days } = makeHasher();
    await hasher.at(NOON);
    await hasher.at(NOON);
    assert.deepEqual(days.toSorted(), ['2026-11-21', '2026-11-22']);
  });
});
