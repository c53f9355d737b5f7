// A consumer's tests in the DOMs that Vitest offers.
import { defineConfig } from 'vitest/config';

const common = {
  include: ['page.spec.js'],
  testTimeout: 60_000,
  pool: 'threads',
  // As in a consumer's project, where the package is in node_modules: Node loads it, and nothing transforms it.
  server: { deps: { external: [/\/dist\//] } },
};

export default defineConfig({
  test: {
    projects: ['jsdom', 'happy-dom'].map((environment) => ({
      test: { ...common, name: environment, environment },
    })),
  },
});
