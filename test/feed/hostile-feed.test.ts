import { expect } from '@open-wc/testing';
import { FeedError, parseFeed, parseJson, safeUrl } from '../../src/feed/index.js';
import { fullFeed } from './feed-fixture.js';
import { listPaths, readPath, withPath, writePath } from './json-paths.js';

const HOSTILE_URLS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://status.example/1',
  'file:///etc/passwd',
  'ftp://status.example/',
  'http://status.example/',
  'http://localhost.attacker.example/',
  'http://127.0.0.1.attacker.example/',
  'http://user@attacker.example/',
  '//attacker.example/',
  '/relative',
  'relative',
  'https://',
  '',
];

const URL_FIELDS = listPaths(fullFeed()).filter((path) => path.at(-1) === 'url');

describe('a hostile feed', () => {
  it('has URL fields to try', () => {
    expect(URL_FIELDS.map(writePath)).to.deep.equal([
      'service.url',
      'official.url',
      'official.incidents[0].url',
      'reachability.url',
      'incidents[0].url',
    ]);
  });

  for (const url of HOSTILE_URLS) {
    it(`yields no link from ${JSON.stringify(url)}, anywhere, and the rest is kept`, () => {
      for (const path of URL_FIELDS) {
        const feed = parseFeed(withPath(fullFeed(), path, url));
        expect(feed, writePath(path)).to.deep.equal(withPath(fullFeed(), path, undefined));
        expect(Object.hasOwn(readPath(feed, path.slice(0, -1)) as object, 'url')).to.equal(false);
      }
    });
  }

  for (const [given, kept] of [
    ['https://status.example', 'https://status.example/'],
    ['HTTPS://Status.Example/A', 'https://status.example/A'],
    ['http://localhost:4780/', 'http://localhost:4780/'],
    ['http://127.0.0.1:4780/x', 'http://127.0.0.1:4780/x'],
    ['http://[::1]:4780/', 'http://[::1]:4780/'],
  ] as const) {
    it(`may link to ${given}`, () => {
      expect(safeUrl(given)).to.equal(kept);
    });
  }

  it('cannot reach a prototype by a key of that name', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const text = JSON.stringify(fullFeed()).replace(
        '{',
        `{${JSON.stringify(key)}:{"polluted":true,"toString":"x"},`,
      );
      const feed = parseFeed(parseJson(text));
      expect({ ...fullFeed(), ...feed, [key]: undefined }).to.deep.equal({
        ...fullFeed(),
        [key]: undefined,
      });
      expect(Object.getPrototypeOf(feed)).to.equal(Object.prototype);
      expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    }
  });

  it('cannot supply a required field through its prototype', () => {
    const { status, ...rest } = fullFeed();
    const text = `{"__proto__":{"status":"${status}"},${JSON.stringify(rest).slice(1)}`;
    expect(() => parseFeed(parseJson(text))).to.throw(FeedError, 'status: expected');
  });

  const DEPTH = 200_000;
  for (const [what, open, close] of [
    ['arrays', '[', ']'],
    ['objects', '{"a":', '}'],
  ] as const) {
    const depth = Math.floor(DEPTH / (open.length + close.length));
    const nested = `${open.repeat(depth)}0${close.repeat(depth)}`;

    it(`gets an answer when ${what} are nested ${depth} deep in an unknown field`, () => {
      const text = `{"deep":${nested},${JSON.stringify(fullFeed()).slice(1)}`;
      let service: unknown;
      try {
        ({ service } = parseFeed(parseJson(text)));
      } catch (error) {
        expect(error).to.be.instanceOf(FeedError);
        return;
      }
      expect(service).to.deep.equal(fullFeed().service);
    });

    it(`is refused when ${what} are nested ${depth} deep in a known field`, () => {
      const text = JSON.stringify({ ...fullFeed(), status: 'HERE' }).replace('"HERE"', nested);
      expect(() => parseFeed(parseJson(text)))
        .to.throw(FeedError)
        .with.property('code', 'invalid');
    });
  }

  it('keeps markup as text', () => {
    const title = '<img src=x onerror=alert(1)>';
    const feed = parseFeed(withPath(fullFeed(), ['incidents', 0, 'title'], title));
    expect(feed.incidents[0]?.title).to.equal(title);
  });
});
