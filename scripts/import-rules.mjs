/**
 * Which part of the project may import which other. A part is a folder of `src/`; `entries` are the files right in it.
 * The direction is that of docs/architecture.md: entries, element, client and chart, then the pure floor.
 */
export const MAY_IMPORT = {
  feed: [],
  i18n: ['feed'],
  model: ['feed'],
  sources: ['feed', 'model'],
  client: ['feed', 'model', 'i18n', 'sources'],
  chart: ['feed', 'model', 'i18n'],
  element: ['client', 'chart', 'feed', 'model', 'i18n', 'sources'],
  ssr: ['element', 'feed', 'model', 'i18n'],
  frameworks: ['element'],
  testing: ['client', 'feed', 'model', 'sources'],
  entries: ['element', 'frameworks', 'client', 'chart', 'feed', 'model', 'i18n', 'sources'],
};

/**
 * Which folder of `server/src/` may import which other, the lowest folder first. A row names only folders of earlier
 * rows, so no circle can be allowed. The files right in `server/src/` put the rest together: they may import anything,
 * and nothing may import them. docs/architecture.md shows the same as a picture and a table.
 */
export const SERVER_MAY_IMPORT = {
  lib: [],
  metrics: ['lib'],
  widget: ['lib'],
  settings: ['lib'],
  'vendor-formats': ['lib'],
  catalog: ['lib', 'vendor-formats'],
  views: ['lib'],
  reports: ['lib', 'catalog'],
  official: ['lib', 'settings', 'vendor-formats', 'catalog'],
  probe: ['lib', 'settings', 'catalog', 'official'],
  decide: ['lib', 'catalog', 'views', 'reports'],
  states: ['lib', 'catalog', 'official', 'probe', 'decide'],
  feed: ['lib', 'catalog', 'official', 'probe', 'decide', 'states'],
  demo: ['lib', 'catalog', 'reports', 'feed'],
  command: ['lib', 'settings', 'catalog', 'reports', 'feed'],
  push: ['lib', 'catalog', 'feed'],
  render: ['lib', 'widget', 'catalog', 'decide', 'feed'],
  notify: ['lib', 'settings', 'catalog', 'official', 'decide', 'feed', 'render'],
  store: ['lib', 'views', 'reports', 'official', 'probe', 'decide', 'feed', 'notify'],
  http: [
    'lib',
    'metrics',
    'widget',
    'catalog',
    'views',
    'reports',
    'decide',
    'states',
    'feed',
    'push',
    'render',
    'notify',
  ],
};

/**
 * The files that `server/src/store/` may import from the folders whose ports it implements: the ports, and the type of a
 * report. Only the root imports the store, so every other folder can be used and tested without a database.
 */
export const SERVER_PORTS = [
  'reports/report-store.ts',
  'reports/new-report.ts',
  'decide/decision-store.ts',
  'official/official-store.ts',
  'probe/probe-store.ts',
  'feed/history-store.ts',
  'views/view-store.ts',
  'notify/notification-store.ts',
].map((port) => `server/src/${port}`);

/** Parts without DOM, network and clock. */
export const PURE_PARTS = ['feed', 'i18n', 'model', 'sources'];

/** Code that a pure part must not contain, and why. */
export const IMPURE = [
  [
    /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/,
    'reads the clock; take the time as a parameter',
  ],
  [
    /(?<![.\w])(?:fetch|setTimeout|setInterval|queueMicrotask)\(/,
    'starts work; the client does that',
  ],
  [
    /(?<![.\w'"-])(?:document|window|navigator|localStorage)\./,
    'touches the page; the element does that',
  ],
];

/** Where each package may be imported in `src/`: a file, or a folder with a slash at its end. */
export const DOORS = {
  zod: ['src/feed/schema.ts'],
  'p-retry': ['src/client/'],
  'altcha-lib': ['src/client/solve-challenge.ts'],
  'chart.js': ['src/chart/'],
  lit: ['src/element/', 'src/chart/'],
  react: ['src/frameworks/react.ts', 'src/frameworks/react-tag.ts'],
  'solid-js': ['src/frameworks/solid.ts'],
  vue: ['src/frameworks/vue.ts'],
  '@angular/core': ['src/frameworks/angular.generated.ts'],
  // Our own entry, by name, because bundlers' conditions choose its file.
  'outage-status': ['src/frameworks/react.ts'],
};

/** Packages that only one file of their door may import. */
export const ONE_FILE = ['p-retry'];

/**
 * The only files with `import()`: one for the element, one for its later parts, one for the parts that a visitor opens,
 * one for the readers of vendors' pages.
 */
export const LAZY_FILES = [
  'src/cdn-lazy.ts',
  'src/element/lazy.ts',
  'src/element/live/lazy.ts',
  'src/client/lazy.ts',
];

/** The entries of the package that the server may import. */
export const SERVER_ENTRIES = [
  'outage-status/feed',
  'outage-status/model',
  'outage-status/sources',
  'outage-status/ssr',
  'outage-status/testing',
  'outage-status/texts',
];

/** Where each package may be imported in `server/src/`; packages not listed may be imported anywhere there. */
export const SERVER_DOORS = {
  hono: ['server/src/http/', 'server/src/demo/', 'server/src/app.ts'],
  '@hono/node-server': ['server/src/http/', 'server/src/demo/'],
  '@hono/zod-openapi': ['server/src/http/'],
  'altcha-lib': ['server/src/reports/'],
  tldts: ['server/src/reports/report-origin.ts'],
  htmlparser2: ['server/src/vendor-formats/'],
  undici: ['server/src/official/guarded-fetch.ts'],
  nodemailer: ['server/src/notify/mailer.ts'],
  'web-push': ['server/src/notify/push-sender.ts'],
};

/** Text that must not be committed anywhere, and why. */
export const FORBIDDEN_TEXT = [
  [/\b(?:TODO|FIXME|XXX)\b/, 'is unfinished; finish it or open an issue'],
  [/(?<![\w.$~{}-])\/(?:work|home\/\w+|Users\/\w+|root|tmp)\//, 'is a path of one machine'],
];

/** Text that must not be in a test, and why. */
export const FORBIDDEN_IN_TESTS = [
  [/\b(?:describe|it|test|suite)\.only\(|\bonly: true\b/, 'runs one test and hides the others'],
  [
    /\b(?:describe|it|test|suite|this|context)\.skip\(|\bskip: true\b|\bx(?:it|describe)\(/,
    'leaves a test out',
  ],
];
