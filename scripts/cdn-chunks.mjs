import { join } from 'node:path';

const ENTRY = {
  name: 'outage-status',
  start: 'dist/cdn.js',
  file: 'outage-status.js',
  mayImport: [],
  // It does not need this itself, but several chunks do.
  owns: ['dist/feed/safe-url.js'],
};

/**
 * The chunks that the entry loads, see docs/architecture.md: the first module of each, and the files that it may import
 * statically. The file names are public.
 */
const CHUNKS = [
  {
    name: 'element',
    start: 'dist/cdn-element.js',
    file: 'outage-status.element.js',
    mayImport: ['outage-status.js'],
    // The entry reaches these through an index without using them; rollup drops them only after choosing chunks.
    owns: ['parse-feed', 'find-problem', 'feed-shape.generated'].map(
      (name) => `dist/feed/${name}.js`,
    ),
  },
  {
    // Not outage-status.element.js, which may have loaded from another URL, see src/element/live/panel-tools.ts.
    name: 'panels',
    start: 'dist/element/live/panels.js',
    file: 'outage-status.panels.js',
    mayImport: ['outage-status.js'],
    owns: ['dist/model/detection-lead.js'],
  },
  {
    name: 'trend',
    start: 'dist/chart/index.js',
    file: 'outage-status.trend.js',
    mayImport: ['outage-status.js'],
  },
  {
    name: 'sources',
    start: 'dist/sources/browser.js',
    file: 'outage-status.sources.js',
    mayImport: ['outage-status.js'],
  },
  {
    name: 'ar',
    start: 'dist/i18n/ar.js',
    file: 'outage-status.ar.js',
    mayImport: ['outage-status.js'],
  },
];

const FILES = [ENTRY, ...CHUNKS];

/** The module and all modules that it imports statically, directly or not. */
const reach = (id, getModuleInfo, seen = new Set()) => {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const imported of getModuleInfo(id).importedIds) reach(imported, getModuleInfo, seen);
  return seen;
};

/** Rollup's `manualChunks`: a module goes into the first file in the list that needs it. */
export function chooseChunk(id, { getModuleInfo }) {
  const reaches = ({ start }) => {
    const startId = join(process.cwd(), start);
    return getModuleInfo(startId) !== null && reach(startId, getModuleInfo).has(id);
  };
  const owner = FILES.find(({ owns }) => owns?.some((path) => id === join(process.cwd(), path)));
  return (owner ?? FILES.find(reaches))?.name;
}

/** Rollup's `chunkFileNames`. Rollup identifies a chunk by its first module, or by the name from {@link chooseChunk}. */
export function nameChunk({ name, facadeModuleId, moduleIds }) {
  const chunk = FILES.find(
    (candidate) =>
      candidate.name === name || facadeModuleId === join(process.cwd(), candidate.start),
  );
  if (!chunk) throw new Error(`several chunks share modules of no chunk: ${moduleIds.join(', ')}`);
  return chunk.file;
}

/**
 * Rollup plugin: what npm consumers' bundlers load as two files after the first paint, the element and its live section,
 * is one in `cdn/`, which the two are drawn from together.
 */
export const liveWithElement = () => ({
  name: 'live-with-element',
  resolveDynamicImport: (source) =>
    source === './live-chunk.js' ? join(process.cwd(), 'dist/cdn-element.js') : null,
});

/** Rollup output plugin: fails the build when a chunk statically imports a file that it may not import. */
export function checkChunkImports() {
  return {
    name: 'check-chunk-imports',
    generateBundle(_options, bundle) {
      for (const { file, mayImport } of FILES) {
        if (!bundle[file]) this.error(`cdn/${file} was not made`);
        for (const imported of bundle[file].imports) {
          if (!mayImport.includes(imported)) this.error(`${file} must not import ${imported}`);
        }
      }
    },
  };
}
