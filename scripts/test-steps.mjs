import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageProgram } from './run-command.mjs';

const node = (...parameters) => [process.execPath, ...parameters];

const COUNTS_REPORTER = fileURLToPath(new URL('node-test-counts.mjs', import.meta.url));

const testFiles = (folder, ending) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith(ending))
        .map((name) => join(folder, name))
        .toSorted()
    : [];

/**
 * Makes the command that runs test files with Node's test runner and writes the counts to `countsFile`.
 *
 * @param together How many files run at the same time. Node's default on two processors is one.
 */
const nodeTests = (folder, ending, countsFile, together = 1) => {
  const files = testFiles(folder, ending);
  if (files.length === 0) return node('-e', `throw new Error('no tests in ${folder}')`);
  return node(
    ...(ending.endsWith('.ts') ? ['--import', './server/test/load-typescript.mjs'] : []),
    '--test',
    `--test-concurrency=${together}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${COUNTS_REPORTER}`,
    `--test-reporter-destination=${countsFile}`,
    ...files,
  );
};

const LINTED = ['src', 'test', 'server/src', 'server/test', 'server/assets', 'scripts', 'packs'];
const FORMATTED = [...LINTED, 'demo', 'rollup.config.mjs', 'web-test-runner.config.mjs'];

/**
 * The steps of `npm test`, in order. A step is one command. If a `vital` step fails, the run stops, because no later step
 * could work. A step with `counts` writes its numbers of tests to `countsFile`; any other step counts as one check.
 *
 * @param countsFile Path of a file that this run may write.
 * @param engines Names of the installed browser engines.
 */
export const testSteps = (countsFile, engines) => [
  { name: 'set-up', command: node('scripts/setup-browsers.mjs', '--check') },
  // Both run before the build, which compiles the feed shape and rewrites the manifest.
  { name: 'feed shape', command: node('scripts/generate-feed-shape.mjs', '--check') },
  { name: 'manifest', command: node('scripts/generate-manifest.mjs', '--check') },
  { name: 'build', command: node('scripts/build.mjs'), vital: true },
  { name: 'types', command: [packageProgram('tsc'), '-p', 'tsconfig.json'] },
  { name: 'server types', command: [packageProgram('tsc'), '-p', 'server/tsconfig.json'] },
  {
    name: 'lint',
    command: [
      packageProgram('oxlint'),
      '--type-aware',
      ...LINTED.filter((path) => existsSync(path)),
    ],
  },
  {
    name: 'format',
    command: [packageProgram('oxfmt'), '--check', ...FORMATTED.filter((path) => existsSync(path))],
  },
  { name: 'imports', command: node('scripts/check-imports.mjs') },
  { name: 'unused', command: [packageProgram('knip'), '--no-progress'] },
  { name: 'generated docs', command: node('scripts/generate-docs.mjs', '--check') },
  { name: 'size', command: node('scripts/size.mjs') },
  {
    name: 'server tests',
    // These tests spend more time waiting for clocks and disks than computing.
    command: nodeTests('server/test', '.test.ts', countsFile, 3),
    counts: true,
  },
  {
    name: 'element tests',
    command: [packageProgram('wtr')],
    env: { ENGINES: engines.join(','), WTR_COUNTS: countsFile },
    counts: true,
  },
  {
    name: 'pack tests',
    command: nodeTests('test/packs', '.test.mjs', countsFile),
    counts: true,
  },
  {
    name: 'package tests',
    command: nodeTests('test/package', '.test.mjs', countsFile),
    counts: true,
  },
  {
    name: 'end-to-end tests',
    command: nodeTests('test/e2e', '.test.mjs', countsFile, 2),
    counts: true,
  },
];
