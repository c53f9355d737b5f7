import { expect } from '@open-wc/testing';
import { keepLanguage, lastingFormats } from '../../src/ssr/moment.js';
import { LASTING_TEXTS } from '../../src/ssr/texts.js';

const AT_MS = Date.parse('2026-11-22T09:00:00Z');
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '');

describe('keepLanguage', () => {
  it('keeps what it has made, of fifty tags at most, and forgets the oldest', () => {
    const first = keepLanguage('ar-EG');
    const others = Array.from({ length: 49 }, (_, index) => keepLanguage(`en-x-t${index}`));
    expect(keepLanguage('ar-EG') === first).to.equal(true);
    keepLanguage('en-x-t49');
    expect(keepLanguage('en-x-t48') === others.at(-1)).to.equal(true);
    const anew = keepLanguage('ar-EG');
    expect(anew.formats === first.formats).to.equal(false);
    expect(anew.time === first.time).to.equal(false);
  });

  it('is English for a malformed tag', () => {
    expect(keepLanguage('no language').formats.locale).to.equal('en');
  });
});

describe('lastingFormats', () => {
  it('write every time as a moment, in the punctuation of the language', () => {
    const english = lastingFormats('en', LASTING_TEXTS.en, 'ltr');
    const arabic = lastingFormats('ar', LASTING_TEXTS.ar, 'rtl');
    for (const name of ['time', 'dateTime'] as const) {
      expect(plain(english[name](AT_MS))).to.equal('09:00 UTC, Nov 22');
      expect(plain(arabic[name](AT_MS))).to.equal('09:00 UTC، 22 نوفمبر');
    }
    expect(plain(english.relative(AT_MS, AT_MS + 60_000))).to.equal('09:00 UTC, Nov 22');
  });
});
