// `npm test`: runs all checks and tests. The last line is `N passed, N failed`; the exit code is 1 when anything failed.
//
//   npm test                          all steps
//   npm test -- lint 'server tests'   only the steps with these names
//
// Missing engines are listed and skipped locally; with CI=true they are failures.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINE_PROGRAMS } from './engines.mjs';
import { runCommand } from './run-command.mjs';
import { describeNeed, setUp } from './setup-browsers.mjs';
import { testSteps } from './test-steps.mjs';

process.chdir(join(import.meta.dirname, '..'));

const wanted = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'outage-status-test-'));
/** How many steps run at the same time once the build is there: one alone leaves a processor idle where its tests wait. */
const TOGETHER = 2;

/** Adds up a step's counts. A step that failed without a failed test, or ran no test, counts as one failure. */
const countStep = (step, code) => {
  const total = { passed: 0, failed: 0, skipped: 0 };
  let rows = [{ passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 }];
  if (step.countsFile) {
    try {
      rows = [JSON.parse(readFileSync(step.countsFile, 'utf8'))].flat();
    } catch {
      rows = [];
    }
  }
  for (const row of rows) for (const key of Object.keys(total)) total[key] += row[key];
  const ranNothing = total.passed + total.failed === 0;
  if ((code !== 0 && total.failed === 0) || ranNothing) total.failed += 1;
  return total;
};

const runStep = async (step) => {
  const { code, output, durationMs } = await runCommand(step.command, {
    quiet: true,
    env: step.env,
  });
  const { passed, failed, skipped } = countStep(step, code);
  if (failed > 0) console.log(`\n${output}`);
  const verdict = failed > 0 ? 'FAIL' : 'ok  ';
  const left = skipped > 0 ? `, ${skipped} skipped` : '';
  const seconds = (durationMs / 1000).toFixed(1).padStart(6);
  console.log(
    `${verdict} ${step.name.padEnd(18)}${seconds} s  ${passed} passed, ${failed} failed${left}`,
  );
  return { passed, failed };
};

// Selected steps may not need browsers.
const needs = await setUp({
  install: wanted.length === 0 || wanted.some((name) => name.endsWith('tests')),
});
const missing = needs.filter(({ present }) => !present);
const engines = Object.keys(ENGINE_PROGRAMS).filter(
  (engine) => !missing.some(({ name }) => name === engine),
);
const steps = testSteps(scratch, engines).filter(
  ({ name }) => wanted.length === 0 || wanted.includes(name),
);

const total = { passed: 0, failed: 0 };

/** Runs steps in their order, some at the same time, until none is left or a vital one fails. */
const runSteps = async (waiting, together) => {
  const runInTurn = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { passed, failed } = await runStep(step);
      total.passed += passed;
      total.failed += failed;
      if (step.vital && failed > 0) {
        console.log(`the steps after "${step.name}" were not run`);
        return false;
      }
    }
    return true;
  };
  const ends = await Promise.all(Array.from({ length: together }, runInTurn));
  return ends.every(Boolean);
};

try {
  // The build is vital and writes what the steps after it read.
  const ahead = steps.findLastIndex(({ vital }) => vital) + 1;
  if (await runSteps(steps.slice(0, ahead), 1)) await runSteps(steps.slice(ahead), TOGETHER);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const need of missing) console.log(`NOT RUN ${describeNeed(need)}`);
process.exitCode = total.failed > 0 || steps.length === 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);
