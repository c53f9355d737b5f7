import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { normaliseOrigin, siteOf } from '../../src/reports/report-origin.js';

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

  test('keeps a page foreign that matches the host, where the host is not trusted', () => {
    const untrusted = { ...own, host: undefined };
    assert.equal(normaliseOrigin('http://127.0.0.1:4780', untrusted), 'http://127.0.0.1:4780');
  });
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
