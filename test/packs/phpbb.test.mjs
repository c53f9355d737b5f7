// phpBB's rules, imitated: what its form accepts, and what its formatter puts in the place of a token. The same pack was
// tried once with the formatter itself (docs/decisions/0012-packs.md).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readHtml } from './support/snippet.mjs';

const read = (name) =>
  readFileSync(new URL(`../../packs/phpbb/${name}`, import.meta.url), 'utf8').trim();
const usage = read('usage.txt');
const replacement = read('replacement.html');
const helpLine = read('help-line.txt');

/** What a token lets through, by s9e's TextFormatter, which does phpBB's formatting. */
const TOKENS = { IDENTIFIER: '[-0-9A-Za-z_]+' };

/** A post as a page shows it: the BBCode where its content fits the token, everything else as text. */
const format = (post) => {
  const [, open, token, close] = /^(\[[a-z-]+\])\{(\w+)\}(\[\/[a-z-]+\])$/.exec(usage);
  const literal = (text) => text.replace(/[[\]/]/g, '\\$&');
  const tag = new RegExp(`${literal(open)}(${TOKENS[token]})${literal(close)}`, 'gi');
  const escaped = post.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped.replace(tag, (_, id) => replacement.replaceAll(`{${token}}`, id));
};

describe('the pack for phpBB', () => {
  it('keeps to the limits of the form', () => {
    const [, name] = /^\[([^\]]+)\]/.exec(usage);
    assert.ok(name.length <= 16, 'name of the tag');
    assert.match(usage, new RegExp(`^\\[${name}[^\\]]*\\].*\\[/${name}\\]$`));
    assert.ok(usage.length <= 4000);
    assert.ok(helpLine.length <= 255 && !/[<>"]/.test(helpLine), helpLine);
  });

  it('puts no other token into the HTML than the usage reads', () => {
    const tokens = (text) => new Set(text.match(/\{\w+\}/g));
    assert.deepEqual(tokens(replacement), tokens(usage));
  });

  it('shows the frame, in a sandbox that allows nothing but scripts, with a link below it', () => {
    const { frames, scripts, handlers, text } = readHtml(
      format('Down? [outage-status]kik[/outage-status] [OUTAGE-STATUS]a-1[/OUTAGE-STATUS]'),
    );
    assert.deepEqual(
      frames.map(({ src, sandbox, title }) => ({ src, sandbox, title })),
      ['kik', 'a-1'].map((id) => ({
        src: `https://status.example/embed/${id}`,
        sandbox: 'allow-scripts',
        title: `${id} status`,
      })),
    );
    assert.deepEqual([scripts, handlers], [[], []]);
    assert.match(text, /kik status/);
  });

  for (const content of [
    '',
    ' kik ',
    'kik/../../evil',
    '../services',
    'javascript:alert(1)',
    '"><script>alert(1)</script>',
    `kik" onload="alert(1)`,
    'k&quot;k',
    'ki\nk',
    'كيك',
    '[b]kik[/b]',
    'kik[/outage-status][outage-status]"',
  ]) {
    it(`leaves ${JSON.stringify(content)} as text`, () => {
      const html = format(`[outage-status]${content}[/outage-status]`);
      const { frames, scripts, handlers, text } = readHtml(html);
      assert.deepEqual([scripts, handlers], [[], []]);
      for (const { src } of frames) assert.equal(src, 'https://status.example/embed/kik');
      assert.match(text, /\[outage-status\]/);
    });
  }
});
