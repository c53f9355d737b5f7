import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { htmlToText, toPlainLine } from '../../src/vendor-formats/html-text.js';

describe('htmlToText', () => {
  const rows: [html: string, text: string][] = [
    ['<p>One</p><p>Two &amp; three</p>', 'One\nTwo & three'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['<script>alert(1)</script>x<style>p{}</style>', 'x'],
    ['<b>unclosed', 'unclosed'],
    ['5 < 6 && 7 > 6', '5 < 6 && 7 > 6'],
    ['&lt;b&gt; is a tag', '<b> is a tag'],
    ['  much \t space  ', 'much space'],
  ];
  for (const [html, text] of rows) {
    test(`turns ${JSON.stringify(html)} into text`, () => assert.equal(htmlToText(html), text));
  }
});

describe('toPlainLine', () => {
  test('leaves a plain title alone', () => {
    for (const title of ['AT&T is down', 'Latency < 5 s', 'a <- b', 'R&D; more']) {
      assert.equal(toPlainLine(title), title);
    }
    assert.equal(toPlainLine('iCloud Account &amp; Sign In'), 'iCloud Account & Sign In');
    assert.equal(toPlainLine('<b>Login</b> fails'), 'Login fails');
  });
});
