// Builds everything: dist/ (npm), cdn/ (script tags), server/dist/ (feed server), custom-elements.json (manifest).
//
//   node scripts/build.mjs              builds
//   node scripts/build.mjs --if-needed  builds only when a source is newer than the last whole build
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageProgram, runCommand } from './run-command.mjs';

process.chdir(join(import.meta.dirname, '..'));

const STAMP = 'node_modules/.cache/outage-status/built';
const INPUTS = [
  'src',
  'server/src',
  'scripts',
  'package.json',
  'server/package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'server/tsconfig.json',
  'server/tsconfig.build.json',
  'rollup.config.mjs',
  'custom-elements-manifest.config.mjs',
];
const OUTPUTS = [
  'dist/index.js',
  'cdn/outage-status.js',
  'server/dist/index.js',
  'custom-elements.json',
];

const STEPS = [
  { name: 'package', command: [packageProgram('tsc'), '-p', 'tsconfig.build.json'] },
  { name: 'cdn', command: [packageProgram('rollup'), '-c', '--failAfterWarnings'] },
  { name: 'server', command: [packageProgram('tsc'), '-p', 'server/tsconfig.build.json'] },
  {
    name: 'manifest',
    command: [packageProgram('cem'), 'analyze', '--config', 'custom-elements-manifest.config.mjs'],
  },
];

/** Latest change of a file or of anything in a folder, epoch ms. Folders count too: removing a file changes them. */
const newestMs = (path) => {
  const stat = statSync(path);
  const inside = stat.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [];
  return Math.max(stat.mtimeMs, ...inside.map(newestMs));
};

const isCurrent = () =>
  [STAMP, ...OUTPUTS].every((path) => existsSync(path)) &&
  Math.max(...INPUTS.map(newestMs)) < statSync(STAMP).mtimeMs;

/** Removes outputs whose source is gone. Removing all of dist/ would break processes that read it meanwhile. */
const prune = (output, source) => {
  if (!existsSync(output)) return;
  for (const entry of readdirSync(output, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const stem = file.slice(output.length).replace(/(\.d\.ts|\.js)(\.map)?$/, '');
    if (!existsSync(`${source}${stem}.ts`)) rmSync(file);
  }
};

const build = async () => {
  const startMs = performance.now();
  prune('dist', 'src');
  prune('server/dist', 'server/src');
  for (const { name, command } of STEPS) {
    const { code, output, durationMs } = await runCommand(command, { quiet: true });
    if (code !== 0) {
      console.error(`${output}\nbuild: the step "${name}" failed: ${command.join(' ')}`);
      process.exitCode = 1;
      return;
    }
    console.log(`build: ${name} ${(durationMs / 1000).toFixed(1)} s`);
  }
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, '');
  console.log(`build: done in ${((performance.now() - startMs) / 1000).toFixed(1)} s`);
};

if (process.argv.includes('--if-needed') && isCurrent()) console.log('build: up to date');
else await build();
