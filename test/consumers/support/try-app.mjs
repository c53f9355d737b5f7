// Prepares one app, tries it in the way of its kind, and says what the outcomes mean.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPage } from './check-app.mjs';
import { checkBundle } from './check-bundle.mjs';
import { checkTests } from './check-tests.mjs';
import { checkTypes } from './check-types.mjs';
import { measureSizes } from './measure-sizes.mjs';
import { prepareApp } from './prepare-app.mjs';
import { serveApp } from './serve-app.mjs';

/** What is tried of each kind of app: outcomes by page, each `undefined` or what is wrong; and perhaps sizes. */
const KINDS = {
  app: async (visit) => {
    const pages = {};
    for (const [page, path] of Object.entries(visit.app.pages)) {
      const url = visit.site.origin + path;
      pages[page] = await checkPage({ ...visit, url, isLate: page === 'late' });
    }
    return { pages };
  },
  bundle: async ({ app, browser, copy, site }) => {
    const pages = { page: await checkBundle({ browser, origin: site.origin }) };
    return { pages, ...(app.build.length > 0 && { sizes: await measureSizes(app, copy) }) };
  },
  types: async (visit) => ({ pages: await checkTypes(visit) }),
  tests: async (visit) => ({ pages: { tests: await checkTests(visit) } }),
};

/** What one page's checks mean: `notPossible` says what this framework cannot do. */
const judge = (outcomes, page, notPossible = {}) =>
  Object.fromEntries(
    Object.entries(outcomes).map(([assertion, problem]) => {
      const reason = notPossible[`${page}: ${assertion}`] ?? notPossible[assertion];
      if (!reason) return [assertion, problem ? { outcome: 'failed', problem } : { outcome: 'ok' }];
      if (problem) return [assertion, { outcome: 'not possible', reason }];
      return [
        assertion,
        { outcome: 'failed', problem: 'it works, and consumer.mjs says that it cannot' },
      ];
    }),
  );

const versionOf = (copy, name) =>
  JSON.parse(readFileSync(join(copy, 'node_modules', name, 'package.json'), 'utf8')).version;

/**
 * Tries one app.
 *
 * @param folder Its folder in the project.
 * @param options.copy Where it is installed and built.
 * @param options.server Address of the feed server.
 * @param options.tarball What `npm pack` made.
 * @returns What results.json holds of it.
 */
export async function tryApp(folder, { browser, copy, server, tarball }) {
  const { default: app } = await import(join(folder, 'consumer.mjs'));
  const { kind = 'app' } = app;
  mkdirSync(copy, { recursive: true });
  await prepareApp(app, { folder, copy, tarball, server });
  const site = app.serve ? await serveApp(app.serve, copy) : undefined;
  try {
    const { pages, sizes } = await KINDS[kind]({ app, browser, copy, server, site });
    return {
      title: app.title,
      kind,
      date: new Date().toISOString().slice(0, 10),
      versions: Object.fromEntries(app.packages.map((each) => [each, versionOf(copy, each)])),
      pages: Object.fromEntries(
        Object.entries(pages).map(([page, outcomes]) => [
          page,
          judge(outcomes, page, app.notPossible),
        ]),
      ),
      sizes,
    };
  } finally {
    await site?.close();
  }
}
