// The widgets to measure. Each is used as its own documentation describes.
import { createRequire } from 'node:module';
import { optionsOf } from '../../server/dist/render/builder/options.js';
import { renderStatus } from '../../dist/ssr/index.js';
import { PLACES } from '../../server/dist/render/builder/places.js';
import { writeSnippet } from '../../server/dist/render/builder/snippet.js';
import { PINNED } from './bundle.mjs';

const require = createRequire(import.meta.url);
const MODULE = (origin, path) => `<script type="module" src="${origin}${path}"></script>`;
const FEED = '/v1/services/kik/status.json';

/** What the builder gives out for one's own site: the lines for the page, and the tag. */
const fromBuilder = (origin, version) => {
  const offered = optionsOf('element', PLACES.site, 'auto');
  const options = Object.fromEntries(
    Object.entries(offered).map(([name, [first]]) => [name, first]),
  );
  const [{ text }] = writeSnippet({
    service: { id: 'kik', name: 'Kik' },
    kind: 'element',
    place: PLACES.site,
    options: { ...options, version },
    serverUrl: origin,
    release: PINNED,
  });
  const lines = text.split('\n');
  return { head: lines.slice(0, -1).join('\n'), tag: lines.at(-1) };
};

/** Renders @openstatus/react as a React server does: awaits the component and sends HTML without its script. */
const renderOpenstatus = async (origin, copies) => {
  const { StatusWidget } = require('@openstatus/react');
  const { renderToStaticMarkup } = require('react-dom/server');
  const { createElement } = require('react');
  const realFetch = globalThis.fetch;
  globalThis.fetch = (url, init) =>
    realFetch(String(url).replace('https://api.openstatus.dev', origin), init);
  try {
    const element = await StatusWidget({ slug: 'kik' });
    return renderToStaticMarkup(
      Array.from({ length: copies }, (_, key) => createElement('p', { key }, element)),
    );
  } finally {
    globalThis.fetch = realFetch;
  }
};

/** What a page's own server writes: the status in the HTML, and the builder's script without the request for the feed. */
const fromServer = {
  head: (origin) =>
    fromBuilder(origin, 'newest')
      .head.split('\n')
      .filter((line) => !line.includes('rel="preload"'))
      .join('\n'),
  body: (_origin, copies, feed) => renderStatus(feed, { service: 'kik' }).repeat(copies),
};

/**
 * `head` and `body` make the page, the latter of the origin, the number of copies and the feed as it is. `selector` finds the copies. `text` runs in the page and returns the text of a copy,
 * empty before it shows the status. `follows` is whether it shows later changes.
 */
export const CONTESTANTS = [
  ...['newest', 'pinned'].map((version) => ({
    name: `outage-status, ${version}`,
    head: (origin) => fromBuilder(origin, version).head,
    body: (origin, copies) => fromBuilder(origin, version).tag.repeat(copies),
    selector: 'outage-status',
    text: (copy) => copy.shadowRoot?.querySelector('[part=badge]')?.textContent ?? '',
    follows: true,
  })),
  {
    name: "outage-status, in the page's HTML",
    ...fromServer,
    selector: 'outage-status',
    text: (copy) => copy.shadowRoot?.querySelector('[part=badge]')?.textContent ?? '',
    follows: true,
  },
  {
    name: 'outage-status, script tag only',
    head: (origin) => MODULE(origin, '/widget/outage-status.js'),
    body: (origin, copies) => '<outage-status service="kik"></outage-status>'.repeat(copies),
    selector: 'outage-status',
    text: (copy) => copy.shadowRoot?.querySelector('[part=badge]')?.textContent ?? '',
    follows: true,
  },
  ...[
    ['hand-written 1 kB', 'hand-written', 'hand-written.js'],
    ['Lit element', 'lit-status', 'lit-element.js'],
    ['chart.js/auto', 'chart-status', 'chart-auto.js'],
  ].map(([name, tag, file]) => ({
    name,
    head: (origin) => MODULE(origin, `/peers/${file}`),
    // Asked for as sparingly as ours is.
    body: (origin, copies) =>
      `<${tag} src="${origin}${FEED}?guide=later"></${tag}>`.repeat(copies),
    selector: tag,
    text: (copy) => copy.shadowRoot?.querySelector('i')?.textContent ?? '',
    follows: true,
  })),
  {
    name: '<img> badge',
    head: () => '',
    body: (origin, copies) =>
      `<img src="${origin}/badge/kik.svg" alt="Kik status" height="20">`.repeat(copies),
    selector: 'img',
    text: (copy) => (copy.complete && copy.naturalWidth > 0 ? 'a picture' : ''),
    follows: false,
  },
  {
    name: '@statuspage/status-widget',
    head: (origin) => `<script src="${origin}/peers/status-widget.js"></script>`,
    body: (origin, copies) =>
      `<statuspage-widget src="${origin}"></statuspage-widget>`.repeat(copies),
    selector: 'statuspage-widget',
    text: (copy) => copy.shadowRoot?.querySelector('.status-text')?.textContent.trim() ?? '',
    follows: false,
  },
  {
    name: '@openstatus/react, in the browser',
    head: (origin) =>
      `<link rel="stylesheet" href="${origin}/peers/openstatus.css">${MODULE(origin, '/peers/openstatus-client.js')}`,
    body: (origin, copies) => `<div id="root" data-slug="kik" data-copies="${copies}"></div>`,
    selector: '.status',
    text: (copy) => copy.textContent,
    follows: false,
  },
  {
    name: '@openstatus/react, server component',
    head: (origin) => `<link rel="stylesheet" href="${origin}/peers/openstatus.css">`,
    body: (origin, copies) => renderOpenstatus(origin, copies),
    selector: 'a',
    text: (copy) => copy.textContent,
    follows: false,
  },
];
