import { join } from 'node:path';

const ENTRY = { start: 'dist/cdn.js', file: 'outage-status.js', mayImport: [] };

/**
 * The chunks beside the entry, see docs/architecture.md: what each is made from, and which files it may need at once.
 * The file names are public.
 */
const CHUNKS = [
  {
    name: 'element',
    start: 'dist/element/outage-status-element.js',
    file: 'outage-status.element.js',
    mayImport: ['outage-status.js'],
  },
  {
    name: 'live',
    start: 'dist/element/live-chunk.js',
    file: 'outage-status.live.js',
    mayImport: ['outage-status.js'],
  },
  {
    // Not from the live section's file, which may have come by another address, see src/element/live/panel-tools.ts.
    name: 'panels',
    start: 'dist/element/live/panels.js',
    file: 'outage-status.panels.js',
    mayImport: ['outage-status.js'],
    // The entry reaches these through an index without using them, which rollup only finds out later.
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

/** Modules that a module needs at once, itself included. */
const reach = (id, getModuleInfo, seen = new Set()) => {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const imported of getModuleInfo(id).importedIds) reach(imported, getModuleInfo, seen);
  return seen;
};

/** Rollup's `manualChunks`: what the entry does not need lies in the first chunk of the list that does. */
export function chooseChunk(id, { getModuleInfo }) {
  const reaches = ({ start }) => {
    const startId = join(process.cwd(), start);
    return getModuleInfo(startId) !== null && reach(startId, getModuleInfo).has(id);
  };
  const owner = CHUNKS.find(({ owns }) => owns?.some((path) => id === join(process.cwd(), path)));
  return (owner ?? (reaches(ENTRY) ? undefined : CHUNKS.find(reaches)))?.name;
}

/** Rollup's `chunkFileNames`. Rollup knows a chunk by the module it starts from, or by the name that we gave it. */
export function nameChunk({ name, facadeModuleId, moduleIds }) {
  const chunk = CHUNKS.find(
    (candidate) =>
      candidate.name === name || facadeModuleId === join(process.cwd(), candidate.start),
  );
  if (!chunk) throw new Error(`several chunks share what none owns: ${moduleIds.join(', ')}`);
  return chunk.file;
}

/** Rollup output plugin: fails the build when a chunk needs a file at once that it may not need. */
export function checkChunkImports() {
  return {
    name: 'check-chunk-imports',
    generateBundle(_options, bundle) {
      for (const { file, mayImport } of [ENTRY, ...CHUNKS]) {
        if (!bundle[file]) this.error(`cdn/${file} was not made`);
        for (const imported of bundle[file].imports) {
          if (!mayImport.includes(imported)) this.error(`${file} must not import ${imported}`);
        }
      }
    },
  };
}
