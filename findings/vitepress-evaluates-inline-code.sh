#!/usr/bin/env bash
# VitePress: code between backticks is a Vue template, so that `{{ 1 + 1 }}` is shown as 2; the same code in a block between
# fences is shown as written.
#
# Its guide says that fenced code gets v-pre by itself (https://vitepress.dev/guide/using-vue), and nothing of code in a line,
# where documents about Liquid, Handlebars or Hugo have their examples.
# Here: docs/site/.vitepress/config.mjs gives v-pre to code in a line, too.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module", "private": true }' >package.json
npm install --no-audit --no-fund --silent --ignore-scripts vitepress@1.6.4 >log 2>&1 || { cat log; exit 1; }

cat >try.mjs <<'JS'
import { createMarkdownRenderer } from 'vitepress';
import { createSSRApp, version } from 'vue';
import { renderToString } from 'vue/server-renderer';

const { render } = await createMarkdownRenderer('.');
// As VitePress makes a page: HTML by markdown-it, which Vue, in the release that VitePress has brought, takes as a template.
const show = async (markdown) =>
  (await renderToString(createSSRApp({ template: await render(markdown) }))).replace(/<!--.*?-->/g, '');
const inLine = await show('`{{ 1 + 1 }}`');
const inBlock = await show('```text\n{{ 1 + 1 }}\n```');
console.log(`vitepress 1.6.4, with Vue ${version}\n  in a line: ${inLine.trim()}\n  in a block: ${inBlock.trim()}`);
if (!inLine.includes('<code>2</code>')) throw new Error('code in a line is shown as written: changed');
if (!inBlock.includes('{{ 1 + 1 }}')) throw new Error('code in a block is evaluated: changed');
console.log('As described: of the same code, the block alone is shown as written.');
JS
node try.mjs
