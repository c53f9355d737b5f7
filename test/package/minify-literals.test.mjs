import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { rollup } from 'rollup';
import { minifyLiterals } from '../../scripts/minify-literals.mjs';

/** What the plugin makes of one module. */
const minify = async (code) => {
  let transformed;
  const bundle = await rollup({
    input: '/dist/module.js',
    plugins: [
      { name: 'memory', resolveId: (id) => id, load: () => code },
      minifyLiterals(),
      {
        name: 'read',
        transform(text) {
          transformed = text;
        },
      },
    ],
  });
  await bundle.close();
  return transformed;
};

const TAGS = 'const html = String.raw, css = String.raw, svg = String.raw;';
const evaluate = (code) =>
  runInNewContext(`${code.replace('export const value', 'globalThis.value')}; value`);

describe('minify-literals', () => {
  it('minifies styles', async () => {
    const code = await minify(
      `${TAGS}\nexport const value = css\`\n  :host {\n    margin: 0px;\n    color: red;\n  }\n\`;`,
    );
    assert.equal(evaluate(code), ':host{margin:0;color:red}');
  });

  it('keeps a backslash that styles need', async () => {
    const code = await minify(
      'const css = (s) => s[0];\nexport const value = css`a::before { content: "\\\\2014"; }`;',
    );
    assert.equal(
      evaluate(code)
        .replace(/\\2014 ?/, '—')
        .replace(/;?}/, '}'),
      'a:before{content:"—"}',
    );
  });

  it('turns white space with a line break into one space, or none beside blocks, in nested templates too', async () => {
    const code = await minify(
      `${TAGS}\nexport const value = html\`\n  <p\n    class="a"\n  >\n    \${[1].map((n) => html\`\n      <b>\${n}</b>\n    \`)}\n  </p>\n\`;`,
    );
    assert.equal(evaluate(code), '<p class=a>  <b>1</b> </p>');
  });

  for (const [written, kept] of [
    ['<b title="a b" data-x="">x</b>', '<b title="a b" data-x="">x</b>'],
    ['<b class="a" part="b-c">x</b>', '<b class=a part=b-c>x</b>'],
    ['<b class="a=b" id="a`b">x</b>', '<b class="a=b" id="a`b">x</b>'],
    ['<i class="a ${1}" id="b">x</i>', '<i class="a 1" id=b>x</i>'],
    ['<input name="a" />', '<input name=a />'],
    ['say "a" = "b" <b>one</b> <b>two</b>', 'say "a" = "b" <b>one</b> <b>two</b>'],
    ['<div> <p>a</p> <p>b</p> </div> end', '<div><p>a</p><p>b</p></div>end'],
  ]) {
    it(`makes ${kept} of ${written}`, async () => {
      const source = written.replace('`', '\\x60');
      const code = await minify(
        `const html = (s, ...v) => s.reduce((all, part, i) => all + v[i - 1] + part);\nexport const value = html\`${source}\`;`,
      );
      assert.equal(evaluate(code), kept);
    });
  }

  it('leaves other text, other templates and spaces within a line alone', async () => {
    const source = `${TAGS}\nconst other = String.raw;\nexport const value = other\`\n  a\n\` + html\`a  b\`;`;
    assert.equal(evaluate(await minify(source)), '\n  a\na  b');
  });

  it('keeps what follows a template on its line, for the source map', async () => {
    const lines = [
      TAGS,
      'export const value = html`',
      '  <p>',
      '    x',
      '  </p>',
      '`;',
      'throw 1;',
    ];
    const code = await minify(lines.join('\n'));
    assert.equal(code.split('\n').indexOf('throw 1;'), lines.indexOf('throw 1;'));
  });
});
