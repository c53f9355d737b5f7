// Prints the size of every file that a visitor may download, and the modules of the entry.
// Fails when a file is over its limit, or when the files that load automatically import the panels or the chart.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parseAst } from 'rollup/parseAst';
import { MODULE_SIZES_FILE } from './module-sizes.mjs';

process.chdir(join(import.meta.dirname, '..'));

/**
 * Upper limits in brotli bytes. The project promises those of the entry, of the automatic files together, and of the
 * trend, see docs/decisions/0016-size.md; the others only catch accidents.
 */
const LIMITS = {
  'outage-status.js': 8_700,
  'outage-status.element.js': 27_200,
  'outage-status.panels.js': 6_600,
  'outage-status.trend.js': 44_000,
  'outage-status.sources.js': 8_400,
  'outage-status.ar.js': 6_000,
  'outage-status.classic.js': 400,
};
/** Files that load automatically, without an action of the visitor. */
const UNASKED = ['outage-status.js', 'outage-status.element.js'];
const UNASKED_LIMIT = 35_900;
const SHOWN_MODULES = 14;

/** A file and all files that it imports statically. */
const staticImports = (file, seen = new Set()) => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { type, source } of parseAst(readFileSync(join('cdn', file), 'utf8')).body) {
    if (/^(Import|Export)/.test(type) && source) staticImports(source.value.slice(2), seen);
  }
  return seen;
};

const problems = [];
const row = (name, ...cells) =>
  console.log(name.padEnd(28) + cells.map((cell) => String(cell).padStart(10)).join(''));

const files = readdirSync('cdn').filter((name) => name.endsWith('.js'));
row('cdn/', 'raw', 'gzip', 'brotli', 'limit');
const brotliBytes = {};
for (const file of files) {
  const bytes = readFileSync(join('cdn', file));
  const brotli = brotliCompressSync(bytes).length;
  const limit = LIMITS[file];
  brotliBytes[file] = brotli;
  row(file, bytes.length, gzipSync(bytes, { level: 9 }).length, brotli, limit ?? '?');
  if (limit === undefined) problems.push(`${file} has no limit in scripts/size.mjs`);
  if (brotli > limit) problems.push(`${file} is ${brotli - limit} bytes over its limit`);
}
const unasked = UNASKED.reduce((sum, file) => sum + (brotliBytes[file] ?? 0), 0);
row('loaded automatically', '', '', unasked, UNASKED_LIMIT);
if (unasked > UNASKED_LIMIT) {
  problems.push(`${UNASKED.join(' and ')} are ${unasked - UNASKED_LIMIT} bytes over their limit`);
}
for (const file of Object.keys(LIMITS)) {
  if (!files.includes(file)) problems.push(`cdn/${file} is missing`);
}
for (const start of UNASKED) {
  const needed = files.includes(start) ? [...staticImports(start)] : [];
  for (const late of ['outage-status.panels.js', 'outage-status.trend.js']) {
    if (needed.includes(late))
      problems.push(`${start} loads ${late} at once, by way of ${needed.join(', ')}`);
  }
}

if (existsSync(MODULE_SIZES_FILE)) {
  const modules = JSON.parse(readFileSync(MODULE_SIZES_FILE, 'utf8'))['outage-status.js'] ?? [];
  const total = modules.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`\nentry by module, bytes before minification (${total} in all)`);
  for (const { module, bytes } of modules.slice(0, SHOWN_MODULES)) {
    console.log(`${String(bytes).padStart(8)}  ${module}`);
  }
}
for (const problem of problems) console.error(`OVER: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
