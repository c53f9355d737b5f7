#!/usr/bin/env bash
# Markdown: a start tag of a custom element over several lines, as formatters write it, is shown as text, and its last line
# becomes a quotation; the same tag of a <div> is HTML.
#
# CommonMark lets a block of HTML begin inside a tag for a list of known names only (<div>, <table>, …). Any other tag must
# be whole on its first line (https://spec.commonmark.org/0.31.2/#html-blocks, conditions 6 and 7). In a paragraph the tag
# could go on over lines, but a line that begins with `>` starts a block quotation, which cuts the paragraph there.
# Here: snippets keep their start tag on one line.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module", "private": true }' >package.json
npm install --no-audit --no-fund --silent commonmark@0.31.2 markdown-it@15.0.3 marked@18.2.1

cat >try.mjs <<'JS'
import { HtmlRenderer, Parser } from 'commonmark';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';

const renderers = {
  'commonmark 0.31.2': (text) => new HtmlRenderer().render(new Parser().parse(text)),
  'markdown-it 15.0.3': (text) => new MarkdownIt({ html: true }).render(text),
  'marked 18.2.1': (text) => marked.parse(text),
};
const write = (tag) => `<${tag}\n  title="a"\n>\n</${tag}>\n`;
let isAsDescribed = true;
for (const [name, render] of Object.entries(renderers)) {
  const [known, custom] = ['div', 'my-element'].map((tag) => render(write(tag)));
  console.log(`${name}\n  <div>: ${JSON.stringify(known)}\n  <my-element>: ${JSON.stringify(custom)}`);
  isAsDescribed &&= known === write('div') && custom.includes('<blockquote>') && custom.includes('&lt;my-element');
}
if (!isAsDescribed) {
  console.log('One of them differs now');
  process.exit(1);
}
console.log('As described: the custom element is torn by all three, the <div> by none.');
JS
node try.mjs
