import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { html, type TemplateResult } from 'lit';
import { escapeHtml, writeAttributes, writeTemplate } from '../../src/ssr/write-template.js';
import { attributeSamples, contentSamples, drawHere } from '../element/template-samples.js';
import { parseHtml } from './parse-html.js';

const expectSame = (template: TemplateResult): void => {
  const expected = drawHere(template);
  const written = parseHtml(writeTemplate(template));
  if (!written.isEqualNode(expected)) expect(written.outerHTML).to.equal(expected.outerHTML);
  expect(written.isEqualNode(expected)).to.equal(true);
};

// What HTML cannot hold, and is left out.
const NOT_HTML = /[^\t\n\f\r\u{20}-\u{7E}\u{A0}-\u{D7FF}\u{E000}-\u{10FFFF}]/gu;

/** Any text that HTML can hold. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).map((any) => any.replaceAll(NOT_HTML, '')),
  fc
    .array(fc.constantFrom('<', '>', '&', '"', "'", '\r', '\n', '/', '=', '!--', 'lt;', 'a'))
    .map((parts) => parts.join('')),
);

describe('writeTemplate', () => {
  it('writes what is drawn of text, lists, templates and nothing', () => {
    for (const template of contentSamples) expectSame(template);
  });

  it('writes what is drawn of attributes, and no listener', () => {
    for (const template of attributeSamples) {
      expectSame(template);
      expect(writeTemplate(template)).to.not.include('click');
    }
  });

  it('writes what is drawn of any text, in text and in attributes', () => {
    fc.assert(
      fc.property(text, text, (one, other) =>
        expectSame(html`<p title=${one} class="x ${other}">${other}<b>${one}</b>${one}</p>`),
      ),
    );
  });
});

describe('writeAttributes', () => {
  it('writes an empty text as the name alone', () => {
    expect(
      writeAttributes([
        ['hidden', ''],
        ['title', '"<&'],
      ]),
    ).to.equal(' hidden title="&quot;&lt;&amp;"');
  });
});

describe('escapeHtml', () => {
  it('keeps a carriage return, and leaves out what HTML cannot hold', () => {
    expect(escapeHtml('a\rb\0c')).to.equal('a&#13;bc');
  });
});
