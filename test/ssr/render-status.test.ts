import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { drawOnce } from '../../src/element/draw-once.js';
import { showFeed, viewElement } from '../../src/element/element-view.js';
import { renderCard } from '../../src/element/views/card.js';
import { renderFrame } from '../../src/element/views/head.js';
import { renderInlineBadge } from '../../src/element/views/inline-badge.js';
import { STATUSES, VERDICTS, type Feed } from '../../src/feed/index.js';
import { formatsFor, LANGUAGES } from '../../src/i18n/index.js';
import { renderStatus, type RenderOptions } from '../../src/ssr/index.js';
import { feedArbitrary } from '../feed/feed-arbitrary.js';
import { fullFeed } from '../feed/feed-fixture.js';
import { parseHtml } from './parse-html.js';

const MADE_AT_MS = Date.parse(fullFeed().generatedAt);
const SOON = { nowMs: MADE_AT_MS + 5_000 };
// What HTML cannot hold, and is left out.
const NOT_HTML = /[^\t\n\f\r\u{20}-\u{7E}\u{A0}-\u{D7FF}\u{E000}-\u{10FFFF}]/gu;
const HOSTILE = `</script><script>alert(1)</script><!--<script> --> </style></template></outage-status>" onload='x' & <b>`;

/** The tag, its root and its data, as a browser reads them. */
const read = (feed: unknown, options: RenderOptions = SOON) => {
  const holder = parseHtml(renderStatus(feed, options));
  expect([...holder.childNodes].map(({ nodeName }) => nodeName)).to.deep.equal(['OUTAGE-STATUS']);
  const tag = holder.firstElementChild as HTMLElement;
  return { tag, root: tag.shadowRoot!, data: tag.querySelector('script') };
};

const find = (root: ShadowRoot, selector: string): string =>
  (root.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

const wordsOf = (tag: Element): string =>
  tag.querySelector('time')!.textContent.replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '');

const withoutStyle = (root: ShadowRoot): Element => {
  const card = document.createElement('div');
  card.append(...[...root.childNodes].filter(({ nodeName }) => nodeName !== 'STYLE'));
  card.normalize();
  return card;
};

describe('renderStatus', () => {
  it('writes the tag with a styled root, the feed as data, and the status in dated words', () => {
    const { tag, root, data } = read(fullFeed());
    expect(tag.getAttribute('service')).to.equal('kik');
    expect(root.firstElementChild!.localName).to.equal('style');
    expect(root.querySelectorAll('.card')).to.have.length(1);
    expect(find(root, '[part=name]')).to.equal('Kik');
    expect(find(root, '[part=badge]')).to.equal('Partial outage');
    expect(find(root, '[part=footer] span')).to.match(/^As of .?09:00 UTC.?, Nov 22$/);
    expect(find(root, '[part=since]')).to.match(/^Since .?08:35 UTC.?, Nov 22$/);
    expect(data!.type).to.equal('application/json');
    expect(JSON.parse(data!.text)).to.deep.equal(fullFeed());
    expect(tag.querySelector('time')!.dateTime).to.equal('2026-11-22T09:00:00.000Z');
    expect(wordsOf(tag)).to.match(/^Kik: Partial outage as of 09:00 UTC, Nov 22\. Users report/);
  });

  it('draws what the first paint draws of any feed, but for the times', () => {
    const languages = ['en', 'ar'] as const;
    const variants = ['auto', 'compact', 'card', 'badge'] as const;
    const same = (
      feed: Feed,
      lang: 'en' | 'ar',
      variant: (typeof variants)[number],
      ageSeconds: number,
    ) => {
      const isBadge = variant === 'badge';
      // Without a time on screen, so that nothing but the words for times could differ.
      const timeless: Feed = { ...feed, since: null };
      const clean = JSON.parse(JSON.stringify(timeless), (_, value: unknown) =>
        typeof value === 'string' ? value.replaceAll(NOT_HTML, '') : value,
      ) as Feed;
      const nowMs = Date.parse(clean.generatedAt) + ageSeconds * 1000;
      const { root } = read(clean, { lang, nowMs, variant });
      const last = { feed: clean, receivedAtMs: nowMs, clockOffsetMs: 0, etag: undefined };
      const shown = showFeed({ phase: 'ready', last }, nowMs)!;
      const language = { pack: LANGUAGES[lang], formats: formatsFor(lang) };
      const attribute = (name: string) => (name === 'variant' ? variant : null);
      const view = {
        ...viewElement(attribute, language, shown),
        ...shown,
        bodyMessages: LANGUAGES[lang].element,
        whole: true,
        opened: isBadge,
      };
      const card = renderFrame(view, renderCard(view, undefined));
      const expected = document.createElement('div');
      drawOnce(expected, isBadge ? renderInlineBadge(view, card) : card);
      expected.normalize();
      const drawn = withoutStyle(root);
      for (const holder of [expected, drawn])
        for (const dated of holder.querySelectorAll('.footer span, .summary, .live > *'))
          dated.remove();
      if (!drawn.isEqualNode(expected)) expect(drawn.outerHTML).to.equal(expected.outerHTML);
      expect(drawn.isEqualNode(expected)).to.equal(true);
    };
    fc.assert(
      fc.property(
        feedArbitrary,
        fc.constantFrom(...languages),
        fc.constantFrom(...variants),
        fc.integer({ min: 0, max: 100_000 }),
        same,
      ),
      { numRuns: 100 },
    );
  });

  it('writes every option as its attribute, and leaves out what is empty or false', () => {
    const { tag } = read(fullFeed(), {
      ...SOON,
      service: ' kik ',
      server: 'https://status.example/',
      src: '',
      format: undefined,
      variant: 'card',
      refresh: 120,
      theme: 'dark',
      lang: 'ar',
      headingLevel: 3,
      load: 'visible',
      announce: true,
      withoutReport: true,
      withoutBreakdown: true,
      withoutSparkline: true,
      withoutGuide: true,
      withoutOfficial: false,
    });
    const attributes = Object.fromEntries(
      [...tag.attributes].map(({ name, value }) => [name, value]),
    );
    expect(attributes).to.deep.equal({
      service: 'kik',
      server: 'https://status.example/',
      variant: 'card',
      refresh: '120',
      theme: 'dark',
      lang: 'ar',
      'heading-level': '3',
      load: 'visible',
      announce: '',
      'without-report': '',
      'without-breakdown': '',
      'without-sparkline': '',
      'without-guide': '',
    });
  });

  it('draws what the options ask for', () => {
    const without = { withoutBreakdown: true, withoutSparkline: true, withoutOfficial: true };
    const { root } = read(fullFeed(), { ...SOON, ...without, headingLevel: 3 });
    expect(root.querySelectorAll('.breakdown, svg.sparkline, [part=sparkline]')).to.have.length(0);
    expect(root.querySelectorAll('.live.alone')).to.have.length(1);
    expect(root.querySelector('[role=heading]')!.getAttribute('aria-level')).to.equal('3');
    const badge = read(fullFeed(), { ...SOON, variant: ' Badge ' as 'badge' }).root;
    expect(badge.querySelectorAll('button[part=badge]')).to.have.length(1);
    expect(badge.querySelectorAll('[popover] .card')).to.have.length(1);
  });

  it('says which language it wrote, so that the script takes no other', () => {
    expect(read(fullFeed()).tag.lang).to.equal('en');
    const { tag, root } = read(fullFeed(), { ...SOON, lang: ' ar-EG ' });
    expect(tag.lang).to.equal('ar-EG');
    const card = root.querySelector<HTMLElement>('.card')!;
    expect([card.lang, card.dir]).to.deep.equal(['ar-EG', 'rtl']);
    expect(wordsOf(tag)).to.match(/[\u0600-\u06ff]/);
    for (const lang of ['tlh', 'en_!', 'constructor', 'ar_EG']) {
      const other = read(fullFeed(), { ...SOON, lang }).root;
      expect(other.querySelector<HTMLElement>('.card')!.lang).to.equal('en');
    }
  });

  it('writes moments of every language in its own punctuation, however many are asked for', () => {
    const momentOf = (lang: string) =>
      find(read(fullFeed(), { ...SOON, lang }).root, '[part=footer] span').replaceAll(
        /[\u2066-\u2069\u200e\u200f]/g,
        '',
      );
    const expected = momentOf('ar');
    expect(expected).to.match(/09:00 UTC، 22 نوفمبر$/);
    expect(wordsOf(read(fullFeed(), { ...SOON, lang: 'ar' }).tag)).to.include('09:00 UTC، 22');
    for (let index = 0; index < 60; index += 1)
      expect(momentOf(`en-x-t${index}`)).to.equal('As of 09:00 UTC, Nov 22');
    expect(momentOf('ar')).to.equal(expected);
  });

  it('takes an address as a text or a URL, and marks the feed as its', () => {
    for (const src of ['https://status.example/', new URL('https://status.example/')]) {
      const { tag, data } = read(fullFeed(), { ...SOON, src: src as string });
      expect(tag.getAttribute('src')).to.equal('https://status.example/');
      expect(tag.hasAttribute('service')).to.equal(false);
      expect(data!.dataset['of']).to.equal('https://status.example/');
    }
  });

  it('refuses unknown options and wrong types, and names them', () => {
    const refused: [object, RegExp][] = [
      [
        { servce: 'kik' },
        /renderStatus: unknown option "servce"; there are service, server, .*nonce/,
      ],
      [{ 'heading-level': 2 }, /unknown option "heading-level"/],
      [{ constructor: 'x' }, /unknown option "constructor"/],
      [{ service: {} }, /service: expected a text, number or boolean, got object/],
      [{ theme: () => 'dark' }, /theme: expected .*, got function/],
      [{ nonce: 5 }, /nonce: expected a string, got 5/],
      [{ declarative: 'no' }, /declarative: expected a boolean, got no/],
      [{ nowMs: new Date() }, /nowMs: expected a number, got /],
      [{ nowMs: Number.NaN }, /nowMs: expected a number, got NaN/],
    ];
    for (const [options, message] of refused)
      expect(() => renderStatus(fullFeed(), options)).to.throw(TypeError, message);
    const absent = { nonce: null, declarative: undefined, service: undefined };
    expect(renderStatus(fullFeed(), { ...SOON, ...absent })).to.equal(
      renderStatus(fullFeed(), SOON),
    );
  });

  it('refuses what is no feed, and names the place', () => {
    for (const feed of [undefined, null, 'text', [], {}, { ...fullFeed(), status: 'fine' }])
      expect(() => renderStatus(feed, SOON)).to.throw(/expected/);
    expect(() => renderStatus({ ...fullFeed(), maxAgeSeconds: -1 })).to.throw(/maxAgeSeconds/);
  });

  it('lets no text of the feed or of an option out of its place', () => {
    const name = HOSTILE.slice(0, 80);
    const feed: Feed = {
      ...fullFeed(),
      service: { id: 'kik', name, url: 'javascript:alert(1)' },
      guide: { about: HOSTILE, steps: [], faq: [{ question: HOSTILE, answer: HOSTILE }] },
    };
    feed.community!.categories[0]!.label = name;
    feed.official!.name = HOSTILE.slice(0, 120);
    feed.official!.url = 'javascript:alert(1)';
    feed.incidents[0]!.title = HOSTILE;
    for (const variant of ['card', 'badge'] as const) {
      const options = { service: HOSTILE, server: HOSTILE, nonce: HOSTILE, variant };
      const html = renderStatus(feed, { ...SOON, ...options });
      expect(html.match(/<\/script/g)).to.have.length(1);
      expect(html.match(/<script/g)).to.have.length(1);
      expect(html.match(/<\/style/g)).to.have.length(1);
      expect(html).to.not.include('<!--');
      expect(html).to.not.match(/ style=|javascript:/);
      const { tag, root, data } = read(feed, { ...SOON, ...options });
      expect(tag.getAttribute('server')).to.equal(HOSTILE.trim());
      expect(
        root.querySelector('style')!.nonce || root.querySelector('style')!.getAttribute('nonce'),
      ).to.equal(HOSTILE);
      expect(find(root, '[part=name]')).to.equal(name.trim());
      expect(root.querySelectorAll('script, b, [onload]')).to.have.length(0);
      expect((JSON.parse(data!.text) as Feed).guide!.about).to.equal(HOSTILE);
    }
  });

  it('shows every status with every verdict', () => {
    for (const status of STATUSES) {
      for (const verdict of VERDICTS) {
        const { tag, root } = read({ ...fullFeed(), status, verdict });
        const word = LANGUAGES.en.paint.status[status];
        expect(find(root, '[part=badge]'), `${status} ${verdict}`).to.equal(word);
        expect(find(root, '[part=summary]')).to.not.equal('');
        expect(wordsOf(tag).startsWith(`Kik: ${word} as of `)).to.equal(true);
      }
    }
  });

  it('shows a feed of the vendor alone, and one without a guide', () => {
    const { guide: _, ...rest } = fullFeed();
    const { root, data } = read({ ...rest, community: null, verdict: 'official_only' });
    expect(root.querySelectorAll('.activity, .breakdown')).to.have.length(0);
    expect((JSON.parse(data!.text) as Feed).community).to.equal(null);
  });

  it('shows a feed that is too old when it is rendered as unknown', () => {
    const { tag, root } = read(fullFeed(), { nowMs: MADE_AT_MS + 301_000 });
    expect(find(root, '[part=badge]')).to.equal('Unknown');
    expect(find(root, '[part=summary]')).to.include('09:00 UTC');
    expect(wordsOf(tag)).to.match(/^Kik: Unknown as of 09:00 UTC, Nov 22\./);
  });

  it('writes words alone where templates are stripped', () => {
    const { tag } = read(fullFeed(), { ...SOON, declarative: false, withoutReport: true });
    expect(!!tag.shadowRoot).to.equal(false);
    expect(tag.children).to.have.length(1);
    expect(wordsOf(tag)).to.include('Partial outage as of 09:00 UTC');
    expect(tag.hasAttribute('without-report')).to.equal(true);
  });
});
