import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { formatsFor, type Formats } from '../../src/i18n/formats.js';

const plain = formatsFor('en');
// An extension that changes nothing but keeps the shortcut away.
const intl = formatsFor('en-US-u-ca-gregory');

// Some browsers put a narrow space before AM and PM.
const spaced = (text: string): string => text.replaceAll(/\s/g, ' ');

const same = <Value>(
  values: fc.Arbitrary<Value>,
  write: (formats: Formats, value: Value) => string,
) =>
  fc.assert(
    fc.property(values, (value) => {
      expect(spaced(write(plain, value))).to.equal(spaced(write(intl, value)));
    }),
    { numRuns: 1000 },
  );

const moments = fc.integer({
  min: Date.parse('2000-01-01T00:00Z'),
  max: Date.parse('2099-12-31T23:59Z'),
});
const seconds = fc.oneof(
  fc.integer({ min: 0, max: 10_000_000 }),
  fc.constantFrom(0, 1, 59, 60, 61, 119, 120, 3600, 5400, 7200, 86_400, 172_800),
);

describe('English without Intl', () => {
  it('formats as Intl does', () => {
    same(fc.integer({ min: 0, max: 1e12 }), (formats, value) => formats.number(value));
    same(fc.integer({ min: 0, max: 20_000 }), (formats, value) => formats.number(value / 100));
    same(fc.integer({ min: 0, max: 3000 }), (formats, value) => formats.percent(value / 1000));
    same(fc.double({ min: 0, max: 1, noNaN: true }), (formats, value) => formats.percent(value));
    same(seconds, (formats, value) => formats.duration(value));
    same(fc.tuple(moments, seconds, fc.boolean()), (formats, [nowMs, distance, isPast]) =>
      formats.relative(nowMs + (isPast ? -1000 : 1000) * distance, nowMs),
    );
    same(moments, (formats, value) => formats.time(value));
    same(moments, (formats, value) => formats.dateTime(value));
    same(fc.integer({ min: 0, max: 1000 }), (formats, value) => formats.plural(value));
  });

  it('says "just now" within the last minute, and never how many seconds ago', () => {
    const nowMs = Date.parse('2026-11-22T09:00:00Z');
    for (const formats of [plain, intl, formatsFor('en-GB')]) {
      const ago = (passed: number) => formats.relative(nowMs - passed * 1000, nowMs);
      expect([-1, 0, 1, 40, 59].map(ago)).to.deep.equal(Array(5).fill('just now'));
      expect([60, 61, 119].map(ago)).to.deep.equal(Array(3).fill('1 minute ago'));
      expect([120, 3600, -30].map(ago)).to.deep.equal([
        '2 minutes ago',
        '1 hour ago',
        'in 30 seconds',
      ]);
    }
    expect(formatsFor('ar').relative(nowMs - 40_000, nowMs)).to.equal('الآن');
  });

  it('is used for American English only', () => {
    const afternoon = new Date(2026, 10, 22, 15, 4).getTime();
    expect(formatsFor('en-US').time(afternoon)).to.equal('03:04 PM');
    expect(formatsFor('en-GB').time(afternoon)).to.equal('15:04');
  });

  it('replaces an invalid language tag', () => {
    expect(formatsFor('not_a_tag!').locale).to.equal('en');
    expect(formatsFor('not_a_tag!').number(1234)).to.equal('1,234');
  });
});

describe('Arabic without a country', () => {
  it('has the same digits in every engine, as on a server', () => {
    const formats = formatsFor('ar');
    expect(formats.locale).to.equal('ar');
    expect(formats.number(4321)).to.equal('4,321');
    expect(formats.duration(5 * 3600)).to.match(/5/);
    expect(formatsFor('ar-EG').number(4321)).to.equal('٤٬٣٢١');
  });
});
