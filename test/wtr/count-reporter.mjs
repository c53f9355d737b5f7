import { writeFileSync } from 'node:fs';

const addSuite = (counts, suite) => {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) counts.skipped += 1;
    else if (test.passed) counts.passed += 1;
    else counts.failed += 1;
  }
  for (const inner of suite?.suites ?? []) addSuite(counts, inner);
};

const countSession = (counts, session) => {
  const failedBefore = counts.failed;
  addSuite(counts, session.testResults);
  // A file that broke before or between its tests has errors but no failed test; it must still count as a failure.
  if (!session.passed && counts.failed === failedBefore) counts.failed += 1;
};

/**
 * Reporter for @web/test-runner that counts tests by engine, prints one line an engine at the end, and writes
 * `[{ engine, passed, failed, skipped }]` as JSON to the file named by `WTR_COUNTS`, if set.
 */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const byEngine = new Map();
      for (const session of sessions) {
        const engine = session.browser.name;
        const counts = byEngine.get(engine) ?? { engine, passed: 0, failed: 0, skipped: 0 };
        countSession(counts, session);
        byEngine.set(engine, counts);
      }
      const rows = [...byEngine.values()];
      for (const { engine, passed, failed, skipped } of rows) {
        console.log(`${engine}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
      }
      if (process.env.WTR_COUNTS) writeFileSync(process.env.WTR_COUNTS, JSON.stringify(rows));
    },
  };
}
