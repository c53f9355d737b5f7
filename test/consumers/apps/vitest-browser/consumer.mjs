export default {
  title: 'Vitest, browser mode',
  packages: ['vitest', '@vitest/browser-playwright', 'playwright'],
  kind: 'tests',
  build: [],
  test: ['vitest', 'run', '--reporter=json', '--outputFile=report.json'],
  readReport: ({ testResults }) =>
    testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ title, status, failureMessages }) => [
        title,
        status === 'passed' ? undefined : failureMessages.join('; ') || status,
      ]),
    ),
};
