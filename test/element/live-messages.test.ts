import { expect } from '@open-wc/testing';
import { ar } from '../../src/i18n/ar.js';
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
    const latin = [...flatten(ar.paint), ...flatten(ar.live)].filter(
      ([, text]) => text !== 'function' && /[a-z]/i.test(text),
    );
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
      const { voices, trend } = ar.live;
      expect(voices.reports(count, 3600, arabic)).to.equal(`${noun} خلال الساعة الأخيرة`);
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

  it('speaks of one and of many', () => {
    const { voices, report } = enLive;
    expect(voices.reports(1, 3600, english)).to.equal('1 report in the last hour');
    expect(voices.reports(0, 1800, english)).to.equal('0 reports in the last 30 minutes');
    expect(voices.openIncidents(1, 'now', english)).to.equal('1 open incident, checked now');
    expect(report.counted(1, 3600, english)).to.equal(
      'Counted. You are the first in the last hour.',
    );
    expect(report.counted(1234, 7200, english)).to.equal(
      'Counted. You are one of 1,234 in the last 2 hours.',
    );
  });
});
