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
 * Runs files with Node's own test runner; counts go to the file that the runner of the steps names.
 *
 * @param together How many files at the same time. Node's own choice on two processors is one.
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
 * The steps of `npm test`, in order. A step is one command; `vital` stops the run when it fails, because nothing after
 * it could work; `counts` says that the command writes how many tests passed to `countsFile`; any other step counts as
 * one check.
 *
 * @param countsFile Path of a file that this run may write.
 * @param engines Names of the browser engines that are here.
 */
export const testSteps = (countsFile, engines) => [
  { name: 'set-up', command: node('scripts/setup-browsers.mjs', '--check') },
  // Both before the build, which reads the one and writes the other anew.
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
    // They wait for clocks, disks and each other's challenges more than they compute.
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
