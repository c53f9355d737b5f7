import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/** File with the sizes for `npm run size`; a cache, not part of the package. */
export const MODULE_SIZES_FILE = 'node_modules/.cache/outage-status/module-sizes.json';

/** Rollup output plugin: writes `{ [file]: [{ module, bytes }] }`, bytes before minification, largest first. */
export function moduleSizes() {
  return {
    name: 'module-sizes',
    generateBundle(_options, bundle) {
      const sizes = {};
      for (const { type, fileName, modules } of Object.values(bundle)) {
        if (type !== 'chunk') continue;
        sizes[fileName] = Object.entries(modules)
          .map(([id, { renderedLength }]) => ({
            module: relative(process.cwd(), id),
            bytes: renderedLength,
          }))
          .filter(({ bytes }) => bytes > 0)
          .toSorted((left, right) => right.bytes - left.bytes);
      }
      mkdirSync(dirname(MODULE_SIZES_FILE), { recursive: true });
      writeFileSync(MODULE_SIZES_FILE, JSON.stringify(sizes));
    },
  };
}
