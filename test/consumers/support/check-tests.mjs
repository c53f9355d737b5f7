// Runs the tests of an app that tests its own page; each must be there and pass.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findPrograms } from '../../../scripts/engines.mjs';
import { TEST_ASSERTIONS } from './assertions.mjs';
import { run } from './prepare-app.mjs';

const REPORT = 'report.json';

/**
 * @param app.test The program of `node_modules/.bin` that writes report.json, with its parameters.
 * @param app.readReport Gives from what was written the title of each test and its problem, if it has one.
 * @returns By the title of a test `undefined` if it passed, else what is wrong.
 */
export async function checkTests({ app, copy }) {
  const [program, ...parameters] = app.test;
  const report = join(copy, REPORT);
  rmSync(report, { force: true });
  const env = { CHROMIUM_PATH: findPrograms().chromium };
  let failure;
  try {
    await run(join(copy, 'node_modules/.bin', program), parameters, copy, env);
  } catch (error) {
    failure = error;
  }
  let tests;
  try {
    tests = new Map(app.readReport(JSON.parse(readFileSync(report, 'utf8'))));
  } catch (error) {
    throw failure ?? error;
  }
  const isTold = [...tests.values()].some(Boolean);
  if (failure && !isTold) throw failure;
  return Object.fromEntries(
    Object.keys(TEST_ASSERTIONS).map((title) => [
      title,
      tests.has(title) ? tests.get(title) : 'no such test was run',
    ]),
  );
}
