const testsOf = ({ suites = [], specs = [] }) => [...specs, ...suites.flatMap(testsOf)];

export default {
  title: 'Playwright',
  packages: ['@playwright/test', 'vite'],
  kind: 'tests',
  build: [['vite', 'build']],
  test: ['playwright', 'test'],
  readReport: (report) =>
    testsOf(report).map(({ title, ok, tests }) => {
      const messages = tests.flatMap(({ results }) => results.map(({ error }) => error?.message));
      return [title, ok ? undefined : messages.join('; ')];
    }),
};
