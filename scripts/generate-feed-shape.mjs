// Writes src/feed/feed-shape.generated.ts from the zod schema: the same schema as plain data, so that the widget can
// check a feed without a schema library. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const target = new URL('../src/feed/feed-shape.generated.ts', import.meta.url);
const source = new URL('../src/feed/schema.ts', import.meta.url);

/** Bundles the schema and zod in memory, because this runs before the build. */
async function loadSchema() {
  const entry = `export { feedSchema } from ${JSON.stringify(source.pathname)}; export { toJSONSchema } from 'zod/mini';`;
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: new URL('..', import.meta.url).pathname },
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
}

const KEPT = new Set([
  'description',
  'type',
  'const',
  'enum',
  'pattern',
  'maxLength',
  'minimum',
  'maximum',
  'items',
  'maxItems',
  'properties',
  'anyOf',
]);
const DROPPED = new Set(['$schema', 'additionalProperties', 'required']);

/** Reduces a JSON Schema to the keywords of `findProblem`. Throws on any other keyword, so that no check gets lost. */
function simplify(schema, path) {
  const shape = {};
  for (const [word, value] of Object.entries(schema)) {
    if (DROPPED.has(word)) continue;
    if (!KEPT.has(word)) throw new Error(`${path}: findProblem does not know "${word}"`);
    if (word === 'anyOf') {
      if (value.length !== 2 || value[1].type !== 'null')
        throw new Error(`${path}: only "or null" is known`);
      shape.anyOf = [simplify(value[0], path)];
    } else if (word === 'properties') {
      shape.properties = Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name, simplify(inner, `${path}.${name}`)]),
      );
      const optional = Object.keys(value).filter((name) => !schema.required?.includes(name));
      if (optional.length > 0) shape.optional = optional;
    } else if (word === 'items') {
      shape.items = simplify(value, `${path}[]`);
    } else if (word === 'type' && (schema.enum || schema.const !== undefined)) {
      continue; // the choices say it already
    } else if (Math.abs(value) === Number.MAX_SAFE_INTEGER && schema.type === 'integer') {
      continue; // "integer" is checked as a safe one
    } else {
      shape[word] = value;
    }
  }
  return shape;
}

const { feedSchema, toJSONSchema } = await loadSchema();
const shape = simplify(toJSONSchema(feedSchema, { io: 'input' }), 'feed');
/** Writes the shape as code, with each repeated leaf, such as a time, as a constant. */
function print(root) {
  const isText = (value) => typeof value !== 'object';
  const isLeaf = (node) =>
    !Array.isArray(node) &&
    Object.values(node).every(
      (inner) => isText(inner) || (Array.isArray(inner) && inner.every(isText)),
    );
  const counts = new Map();
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return;
    const text = JSON.stringify(node);
    if (isLeaf(node)) counts.set(text, (counts.get(text) ?? 0) + 1);
    Object.values(node).forEach(visit);
  };
  visit(root);
  const repeated = [...counts].filter(([, count]) => count > 1).map(([text]) => text);
  let code = JSON.stringify(root);
  repeated.forEach((text, index) => (code = code.replaceAll(text, `leaf${index}`)));
  return { constants: repeated.map((text, index) => `const leaf${index} = ${text};`), code };
}

const { constants, code: shapeCode } = print(shape);
const code = `import type { Shape } from './find-problem.js';

${constants.join('\n')}

/** The feed's schema as plain data. Generated from \`schema.ts\` by \`npm run generate\`; do not edit. */
export const feedShape: Shape = ${shapeCode};
`;

if (!process.argv.includes('--check')) {
  writeFileSync(target, code);
} else if (readFileSync(target, 'utf8') !== code) {
  console.error(
    'src/feed/feed-shape.generated.ts is not what schema.ts says; run "npm run generate"',
  );
  process.exitCode = 1;
}
