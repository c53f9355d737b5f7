import { expect } from '@open-wc/testing';
import { isolate, isolateInLtr, isolateInRtl } from '../../src/i18n/isolate.js';

const wrapped = (text: string): string => `\u2068${text}\u2069`;

const LEFT_TO_RIGHT = [
  'Kik',
  'C++',
  '2026-11-24 09:35 UTC',
  'Ω',
  '日本語',
  '🔥 Fire',
  'Zürich!',
  '(1)',
];
const RIGHT_TO_LEFT = ['خدمة', 'חדש (1)', 'ياهو!', 'خدمة 24', 'ܣܘܪܝܝܐ', 'ߒߞߏ', 'ﻻ'];
const MIXED = ['Kik خدمة', 'خدمة Kik', 'شركة (A)'];

describe('a text inside a sentence', () => {
  it('stays as it is where everything runs in one direction', () => {
    for (const text of [...LEFT_TO_RIGHT, '']) expect(isolateInLtr(text)).to.equal(text);
    for (const text of [...RIGHT_TO_LEFT, '']) expect(isolateInRtl(text)).to.equal(text);
  });

  it('is isolated where it runs against the sentence', () => {
    for (const text of [...RIGHT_TO_LEFT, ...MIXED]) {
      expect(isolateInLtr(text)).to.equal(wrapped(text));
    }
    for (const text of [...LEFT_TO_RIGHT, ...MIXED]) {
      expect(isolateInRtl(text)).to.equal(wrapped(text));
    }
  });

  it('is isolated where it has an invisible letter of the other direction', () => {
    for (const mark of ['\u200F', '\u061C']) {
      expect(isolateInLtr(`abc${mark}`)).to.equal(wrapped(`abc${mark}`));
    }
    expect(isolateInRtl('خدمة\u200E')).to.equal(wrapped('خدمة\u200E'));
  });

  it('loses the marks with which it could turn the rest of the sentence', () => {
    for (const mark of ['\u202A', '\u202E', '\u2066', '\u2069']) {
      expect(isolateInLtr(`a${mark}b`)).to.equal('ab');
      expect(isolateInLtr(`خد${mark}مة`)).to.equal(wrapped('خدمة'));
      expect(isolateInRtl(`a${mark}b`)).to.equal(wrapped('ab'));
      expect(isolateInRtl(`خد${mark}مة`)).to.equal('خدمة');
      expect(isolateInRtl(mark)).to.equal('');
    }
  });

  it('follows the direction of its language', () => {
    expect(isolate('Kik', 'ltr')).to.equal('Kik');
    expect(isolate('Kik', 'rtl')).to.equal(wrapped('Kik'));
  });
});
