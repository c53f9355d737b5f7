import { existsSync, readFileSync } from 'node:fs';

/** Rollup plugin: reads the source maps that tsc wrote, so that the bundle's maps point to the TypeScript files. */
export function distSourceMaps() {
  return {
    name: 'dist-source-maps',
    load(id) {
      const mapFile = `${id}.map`;
      if (id.includes('node_modules') || !existsSync(mapFile)) return null;
      return {
        code: readFileSync(id, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'),
        map: JSON.parse(readFileSync(mapFile, 'utf8')),
      };
    },
  };
}
