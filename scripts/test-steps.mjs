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
 * @param ending Of the files' names.
 * @param together How many files run at the same time. Node's default on two processors is one.
 * @param runner A script that takes the parameters of `node --test` and prepares what the files share.
 */
const nodeTests = (folder, ending, countsFile, together = 1, runner = '--test') => {
  const files = testFiles(folder, ending);
  if (files.length === 0) return node('-e', `throw new Error('no tests in ${folder}')`);
  return node(
    runner,
    `--test-concurrency=${together}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${COUNTS_REPORTER}`,
    `--test-reporter-destination=${countsFile}`,
    ...files,
  );
};

const LINTED = [
  'src',
  'test',
  'server/src',
  'server/test',
  'server/assets',
  'scripts',
  'packs',
  'docs/site/build',
  'docs/site/.vitepress',
];
const FORMATTED = [...LINTED, 'demo', 'rollup.config.mjs', 'web-test-runner.config.mjs'];

/** A step that runs test files with Node's test runner. */
const nodeTestStep = (name, scratch, [folder, ending], together, runner) => {
  const countsFile = join(scratch, `${name}.json`);
  return { name, countsFile, command: nodeTests(folder, ending, countsFile, together, runner) };
};

/**
 * The steps of `npm test`, in the order in which they start. A step is one command. The steps up to the last `vital` one
 * run one by one, and if that fails, no later step runs, because none could work; the later ones do not need one another.
 * A step with a `countsFile` writes its numbers of tests there; any other step counts as one check.
 *
 * @param scratch Path of an empty folder that this run may write to.
 * @param engines Names of the installed browser engines.
 */
export const testSteps = (scratch, engines) => [
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
  // Two files at a time: with more, each computes longer, see docs/measurements/test-run.md.
  nodeTestStep(
    'server tests',
    scratch,
    ['server/test', '.test.ts'],
    2,
    'scripts/run-server-tests.mjs',
  ),
  {
    name: 'element tests',
    command: [packageProgram('wtr')],
    countsFile: join(scratch, 'element tests.json'),
    // Two engines run at the same time: the slowest, WebKit, starts with the first.
    env: {
      ENGINES: engines.toReversed().join(','),
      WTR_COUNTS: join(scratch, 'element tests.json'),
    },
  },
  nodeTestStep('pack tests', scratch, ['test/packs', '.test.mjs']),
  nodeTestStep('package tests', scratch, ['test/package', '.test.mjs']),
  ...(process.env.TEST_CONSUMERS === 'true'
    ? [
        {
          name: 'consumer tests',
          countsFile: join(scratch, 'consumer tests.json'),
          command: node(
            'test/consumers/run.mjs',
            '--ci',
            `--counts=${join(scratch, 'consumer tests.json')}`,
          ),
        },
      ]
    : []),
  {
    name: 'end-to-end tests',
    countsFile: join(scratch, 'end-to-end tests.json'),
    command: node(
      'scripts/run-e2e-tests.mjs',
      `--counts=${join(scratch, 'end-to-end tests.json')}`,
      ...testFiles('test/e2e', '.test.mjs'),
    ),
  },
];
