import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformerStyleToClass } from '@shikijs/transformers';
import { defineConfig } from 'vitepress';
import { dropEmptyHeaders } from '../build/empty-headers.mjs';
import { anchorOf } from '../build/markdown.mjs';
import { makeMenu } from '../build/menu.mjs';
import { mendTheme } from '../build/mend-theme.mjs';
import { makeSearchable } from '../build/searchable.mjs';
import { alignByClass, dropThemeStyles, moveScripts } from '../build/strict-policy.mjs';

const SITE = join(import.meta.dirname, '..');
const BASE = '/docs/';
const CODE_COLOURS = 'code-colours.css';

/** Gives each colour of code a class. */
const colours = transformerStyleToClass({ classPrefix: 'code-' });

export default defineConfig({
  title: 'outage-status',
  description: 'Is it down, or is it just me? A web component that answers.',
  lang: 'en',
  base: BASE,
  srcDir: '.pages',
  outDir: 'dist',
  cacheDir: 'node_modules/.cache/vitepress',
  cleanUrls: true,
  // It would be a style element, which the policy refuses.
  appearance: { disableTransition: false },
  // Else the list of all pages is a script in each.
  metaChunk: true,
  head: [
    ['link', { rel: 'icon', href: `${BASE}icon.svg`, type: 'image/svg+xml' }],
    ['link', { rel: 'stylesheet', href: BASE + CODE_COLOURS }],
    // Of the feed server that serves the site.
    ['script', { type: 'module', src: '/widget/outage-status.js' }],
  ],
  // Firefox takes a prefetch for a kind of file that the policy does not name, and refuses it.
  router: { prefetchLinks: false },
  vite: { plugins: [mendTheme()] },
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    // As on code hosts, so that links between documents work in both.
    anchor: { slugify: anchorOf },
    codeTransformers: [colours],
    languageAlias: { vcl: 'c' },
    // Braces in code are no expressions of the generator's.
    config: (markdown) => {
      alignByClass(markdown);
      dropEmptyHeaders(markdown);
      const { code_inline: writeCode } = markdown.renderer.rules;
      markdown.renderer.rules.code_inline = (tokens, index, ...others) => {
        tokens[index].attrSet('v-pre', '');
        return writeCode(tokens, index, ...others);
      };
    },
  },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'outage-status' } } },
  transformHtml: (html) => moveScripts(dropThemeStyles(html), join(SITE, 'dist'), BASE),
  buildEnd: () => writeFileSync(join(SITE, 'dist', CODE_COLOURS), colours.getCSS()),
  themeConfig: {
    logo: '/icon.svg',
    search: {
      provider: 'local',
      options: {
        _render: (source, env, markdown) => markdown.render(makeSearchable(source), env),
      },
    },
    nav: [
      { text: 'Start', link: '/start/blog', activeMatch: '/start/' },
      { text: 'Element', link: '/element/attributes', activeMatch: '/element/' },
      { text: 'Recipes', link: '/recipes/dark-mode', activeMatch: '/recipes/' },
      { text: 'Host', link: '/self-hosting' },
      { text: 'API', link: '/api' },
    ],
    sidebar: makeMenu(join(SITE, '.pages')),
    outline: { level: [2, 3] },
  },
});
