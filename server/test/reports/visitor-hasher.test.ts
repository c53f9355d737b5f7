import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toAddressPrefix } from '../../src/reports/address-prefix.js';
import { RecentlyCounted } from '../../src/reports/recently-counted.js';
import { normaliseOrigin, siteOf } from '../../src/reports/report-origin.js';
import { VisitorHasher } from '../../src/reports/visitor-hasher.js';

describe('toAddressPrefix', () => {
  const table: [address: string | undefined, prefix: string][] = [
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:51234', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::1]:443', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    [undefined, 'unknown'],
    ['', 'unknown'],
    ['unknown', 'unknown'],
    ['1', 'unknown'],
    ['0x7f.1', 'unknown'],
    ["'; drop table voices", 'unknown'],
  ];
  for (const [address, prefix] of table) {
    test(`reduces ${address ?? 'a missing address'} to ${prefix}`, () =>
      assert.equal(toAddressPrefix(address), prefix));
  }
});

describe('normaliseOrigin', () => {
  const own = { publicOrigin: 'https://status.example', host: '127.0.0.1:4780' };
  const table: [header: string | undefined, origin: string][] = [
    ['https://blog.example', 'https://blog.example'],
    ['https://blog.example:8443', 'https://blog.example:8443'],
    ['https://status.example', ''],
    ['http://127.0.0.1:4780', ''],
    ['https://127.0.0.1:4781', 'https://127.0.0.1:4781'],
    ['null', 'null'],
    [undefined, 'null'],
    ['', 'null'],
    ['file:///C:/page.html', 'null'],
    ['not an origin', 'null'],
    [`https://${'a'.repeat(400)}.example`, 'null'],
  ];
  for (const [header, origin] of table) {
    test(`turns ${header?.slice(0, 40) ?? 'a missing header'} into "${origin}"`, () =>
      assert.equal(normaliseOrigin(header, own), origin));
  }
});

test('keeps a page foreign that matches the host, where the host is not trusted', () => {
  const own = { publicOrigin: 'https://status.example', host: undefined };
  assert.equal(normaliseOrigin('http://127.0.0.1:4780', own), 'http://127.0.0.1:4780');
});

describe('siteOf', () => {
  const table: [origin: string, site: string][] = [
    ['https://a.b.blog.example', 'blog.example'],
    ['https://blog.example.:8443', 'blog.example'],
    ['https://someone.github.io', 'github.io'],
    ['http://localhost:3000', 'localhost'],
    ['http://192.0.2.7', 'addresses'],
    ['http://[2001:db8::7]:8080', 'addresses'],
    ['null', 'null'],
    ['', ''],
  ];
  for (const [origin, site] of table) {
    test(`turns "${origin}" into "${site}"`, () => assert.equal(siteOf(origin), site));
  }
});

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

describe('RecentlyCounted', () => {
  test('knows how long a counted report still stands, under any of its hashes', () => {
    const recent = new RecentlyCounted(3600);
    recent.remember('today', 'first', 0);
    recent.remember('today', 'first', 60_000);
    assert.equal(recent.secondsLeft(['tomorrow', 'today'], 600_000), 3000);
    recent.remember('today', 'second', 600_000);
    assert.equal(recent.secondsLeft(['tomorrow', 'today'], 600_000), 3600);
  });

  test('assumes the whole window for a visitor that another process counted', () => {
    assert.equal(new RecentlyCounted(3600).secondsLeft(['unheard'], 0), 3600);
  });
});
