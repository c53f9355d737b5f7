import { expect } from '@open-wc/testing';
import { ar } from '../../src/i18n/ar.js';
import { enElement } from '../../src/i18n/en-element.js';
import { en } from '../../src/i18n/en.js';
import { enLive } from '../../src/i18n/en-live.js';
import { formatsFor } from '../../src/i18n/formats.js';
import { shortenAffected } from '../../src/model/index.js';

const arabic = formatsFor('ar-u-nu-latn');
const english = formatsFor('en');

/** All texts below a value, with their paths; functions are called with words of no language. */
function flatten(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, 'function']];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    flatten(inner, `${path}.${key}`),
  );
}

describe('Arabic', () => {
  it('has every text that English has, of the same kind', () => {
    for (const [translated, original] of [
      [ar.paint, en],
      [ar.element, enElement],
      [ar.live, enLive],
    ]) {
      const shape = (pack: unknown): string[] =>
        flatten(pack)
          .map(([path, text]) => `${path} ${text === 'function'}`)
          .toSorted();
      expect(shape(translated)).to.deep.equal(shape(original));
    }
  });

  it('leaves no word of English in its fixed texts', () => {
    const packs = [ar.paint, ar.element, ar.live];
    const latin = packs
      .flatMap((pack) => flatten(pack))
      .filter(([, text]) => text !== 'function' && /[a-z]/i.test(text));
    expect(latin).to.deep.equal([]);
  });

  for (const [count, noun] of [
    [0, 'لا بلاغات'],
    [1, 'بلاغ واحد'],
    [2, 'بلاغان'],
    [3, '3 بلاغات'],
    [11, '11 بلاغًا'],
    [100, '100 بلاغ'],
    [102, '102 بلاغ'],
    [103, '103 بلاغات'],
  ] as const) {
    it(`counts ${count} in its own form`, () => {
      const { trend } = ar.live;
      expect(trend.point(count, undefined, arabic)).to.equal(noun);
    });
  }

  it('counts open incidents in six forms', () => {
    const forms = [0, 1, 2, 3, 11, 100].map((count) =>
      ar.live.voices.openIncidents(count, '', arabic),
    );
    expect(new Set(forms).size).to.equal(6);
  });

  it('counts affected parts and isolates their names', () => {
    const affected = { count: 7, total: 544, names: ['Frankfurt', 'Tokyo'], moreCount: 5 };
    expect(ar.live.voices.affected(affected, arabic)).to.equal(
      '7 من أصل 544 من الأجزاء: \u2068Frankfurt\u2069، \u2068Tokyo\u2069 و5 غيرها',
    );
  });

  it('keeps a name of another script from disturbing the sentence', () => {
    expect(ar.live.guide.about('C++')).to.equal('نبذة عن \u2068C++\u2069');
  });
});

describe('English and Arabic', () => {
  for (const [typical, inEnglish, inArabic] of [
    [0, 'usually none', 'المعتاد لا بلاغات'],
    [0.04, 'usually fewer than one', 'المعتاد أقل من بلاغ واحد'],
    [0.99, 'usually fewer than one', 'المعتاد أقل من بلاغ واحد'],
    [1, 'usually 1', 'المعتاد 1'],
    [4.2, 'usually 4', 'المعتاد 4'],
    [1234.5, 'usually 1,235', 'المعتاد 1,235'],
  ] as const) {
    it(`say in whole numbers or words that ${typical} reports are usual`, () => {
      expect(en.usual(typical, english)).to.equal(inEnglish);
      expect(ar.paint.usual(typical, arabic)).to.equal(inArabic);
      expect(enLive.trend.point(5, typical, english)).to.equal(`5 reports, ${inEnglish}`);
      expect(ar.live.trend.point(5, typical, arabic)).to.equal(`5 بلاغات، ${inArabic}`);
    });
  }

  for (const [seconds, inEnglish, inArabic] of [
    [60, 'per minute', 'في كل دقيقة'],
    [120, 'per 2 minutes', 'في كل دقيقتين'],
    [300, 'per 5 minutes', 'في كل 5 دقائق'],
    [900, 'per quarter of an hour', 'في كل ربع ساعة'],
    [1800, 'per 30 minutes', 'في كل نصف ساعة'],
    [3600, 'per hour', 'في كل ساعة'],
    [7200, 'per 2 hours', 'في كل ساعتين'],
  ] as const) {
    it(`say how long one point of ${seconds} s is`, () => {
      expect(en.per(seconds, english)).to.equal(inEnglish);
      expect(ar.paint.per(seconds, arabic)).to.equal(inArabic);
    });
  }
});

describe('English', () => {
  const affectedRows = [
    [{ count: 1, total: 63, names: ['Frankfurt'] }, '1 of 63 parts: Frankfurt'],
    [{ count: 3, total: 9, names: ['A', 'B', 'C'] }, '3 of 9 parts: A, B, C'],
    [{ count: 4, total: 9, names: ['A', 'B', 'C', 'D'] }, '4 of 9 parts: A, B and 2 more'],
    [{ count: 1200, total: 4000, names: ['A', 'B'] }, '1,200 of 4,000 parts: A, B and 1,198 more'],
    [{ count: 2, total: 9, names: [] }, '2 of 9 parts'],
    [{ count: 4, names: ['A', 'B', 'C'] }, 'A, B and 2 more'],
  ] as const;
  for (const [affected, text] of affectedRows) {
    it(`shortens affected parts to "${text}"`, () => {
      const short = shortenAffected({ ...affected, names: [...affected.names] });
      expect(enLive.voices.affected(short, english)).to.equal(text);
    });
  }

  it('has forms for one and for many', () => {
    const { voices, report, trend } = enLive;
    expect(trend.point(1, undefined, english)).to.equal('1 report');
    expect(trend.point(0, undefined, english)).to.equal('0 reports');
    expect(voices.openIncidents(1, 'now', english)).to.equal('1 open incident, checked now');
    expect(report.counted(1, 3600, english)).to.equal(
      'Counted. You are the first in the last hour.',
    );
    expect(report.counted(1234, 7200, english)).to.equal(
      'Counted. You are one of 1,234 in the last 2 hours.',
    );
  });
});
