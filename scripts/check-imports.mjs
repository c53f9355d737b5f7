// Checks the import rules of docs/architecture.md, and that no file has unfinished work or a path of one machine in it.
//
//   node scripts/check-imports.mjs [root]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  DOORS,
  FORBIDDEN_IN_TESTS,
  FORBIDDEN_TEXT,
  IMPURE,
  LAZY_FILES,
  MAY_IMPORT,
  ONE_FILE,
  PURE_PARTS,
  SERVER_DOORS,
  SERVER_ENTRIES,
  SERVER_MAY_IMPORT,
  SERVER_PORTS,
} from './import-rules.mjs';

const FOLDERS = ['src', 'test', 'server', 'scripts', 'demo', 'bench', 'docs', 'findings', '.ci'];
const IGNORED = /(^|\/)(node_modules|dist|cdn|data)\/|package-lock\.json$/;
const TEXT = /\.(ts|mjs|js|html|css|json|ya?ml|md|sh)$|\/run$/;
const CODE = /\.(ts|mjs|js)$/;
// These contain the forbidden words because they define or test the rules.
const ABOUT_THE_RULES = ['scripts/import-rules.mjs', 'test/package/check-imports.test.mjs'];

const STATIC_IMPORT =
  /(?:^|[;}\n])\s*(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]/g;
// A type that names a module, `typeof import('./x.js')`, loads nothing.
const DYNAMIC_IMPORT = /(?<!typeof )\bimport\(\s*(?:\/\*.*?\*\/\s*)?['"`]([^'"`]+)['"`]/g;
const TYPE_IMPORT = /\btypeof import\(\s*['"`]([^'"`]+)['"`]/g;

/** Removes comments but not their line breaks, so that every line keeps its number. */
const withoutComments = (code) =>
  code
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/^[ \t]*\/\/.*$/gm, '');

const findImports = (code, pattern) =>
  [...code.matchAll(pattern)].map((match) => ({
    specifier: match[1],
    line: code.slice(0, match.index + match[0].length).split('\n').length,
  }));

const filesIn = (folder, options) =>
  readdirSync(folder, { ...options, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const listFiles = (root) =>
  FOLDERS.map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => filesIn(folder, { recursive: true }))
    .concat(filesIn(root))
    .map((file) => relative(root, file))
    .filter((file) => TEXT.test(file) && !IGNORED.test(file))
    .toSorted();

const serverFolderOf = (file) => /^server\/src\/([^/]+)\//.exec(file)?.[1];

const partOf = (file) => /^src\/([^/]+)\//.exec(file)?.[1] ?? 'entries';

const packageOf = (specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;

const isOpen = (door, file) =>
  door.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place));

const checkSource = (file, imports, report) => {
  const part = partOf(file);
  const allowed = MAY_IMPORT[part];
  if (!allowed) {
    report(`src/${part}/ is a part that scripts/import-rules.mjs does not know`);
    return;
  }
  for (const { specifier, line } of imports) {
    if (specifier.startsWith('.')) {
      const target = posix.join(dirname(file), specifier);
      if (!target.startsWith('src/')) {
        report(`imports ${specifier}, which is outside of src/`, line);
      } else if (partOf(target) !== part && !allowed.includes(partOf(target))) {
        const others = allowed.join(', ') || 'no other part';
        report(`imports ${specifier}: ${part} may import ${others}`, line);
      }
      continue;
    }
    const door = DOORS[packageOf(specifier)];
    if (!door || !isOpen(door, file))
      report(`imports ${specifier}, which only ${door?.join(', ') || 'nothing in src/'} may`, line);
  }
};

const checkServer = (file, imports, report) => {
  for (const { specifier, line } of imports) {
    const target = specifier.startsWith('.') ? posix.join(dirname(file), specifier) : specifier;
    if (/^(src|dist)\//.test(target))
      report(`imports ${specifier}; use ${SERVER_ENTRIES.join(', ')}`, line);
    if (packageOf(target) === 'outage-status' && !SERVER_ENTRIES.includes(target)) {
      report(`imports ${specifier}; the server may only use ${SERVER_ENTRIES.join(', ')}`, line);
    }
    const door = SERVER_DOORS[packageOf(target)];
    if (door && file.startsWith('server/src/') && !isOpen(door, file)) {
      report(`imports ${specifier}, which only ${door.join(', ')} may`, line);
    }
  }
};

/** @param target Path of the imported file, ending in `.js`. */
const isOpenToStore = (folder, target) =>
  ['lib', 'store'].includes(folder) || SERVER_PORTS.includes(target.replace(/\.js$/, '.ts'));

const checkServerFolder = (file, imports, report) => {
  const folder = serverFolderOf(file);
  if (folder === undefined) return; // The root may import anything.
  const allowed = SERVER_MAY_IMPORT[folder];
  if (!allowed) {
    report(`server/src/${folder}/ is a folder that scripts/import-rules.mjs does not know`);
    return;
  }
  for (const { specifier, line } of imports) {
    const target = posix.join(dirname(file), specifier);
    if (!specifier.startsWith('.') || !target.startsWith('server/src/')) continue;
    const other = serverFolderOf(target);
    if (other !== folder && !allowed.includes(other)) {
      const others = allowed.join(', ') || 'no other folder';
      report(`imports ${specifier}: ${folder} may import ${others}`, line);
    } else if (folder === 'store' && !isOpenToStore(other, target)) {
      report(`imports ${specifier}; of ${other}, the store may import its port only`, line);
    }
  }
};

const checkTest = (file, imports, report) => {
  for (const { specifier, line } of imports) {
    const target = posix.join(dirname(file), specifier);
    if (specifier.startsWith('.') && /^(server\/)?(dist|cdn)\//.test(target)) {
      const why = 'tests import sources, only test/package/ reads what was built';
      report(`imports ${specifier}; ${why}`, line);
    }
  }
};

const findText = (text, rules, report) => {
  for (const [index, line] of text.split('\n').entries()) {
    for (const [pattern, why] of rules) {
      const found = pattern.exec(line)?.[0];
      if (found) report(`"${found.trim()}" ${why}`, index + 1);
    }
  }
};

/**
 * Checks a copy of the project.
 *
 * @param root Path of the copy.
 * @returns {string[]} One line per problem, `file[:line]: problem`; empty without problems.
 */
export function checkTree(root) {
  const problems = [];
  const doorUsers = new Map();
  for (const file of listFiles(root)) {
    const text = readFileSync(join(root, file), 'utf8');
    const report = (what, line) => problems.push(`${file}${line ? `:${line}` : ''}: ${what}`);
    const isTest = /^(server\/)?test\//.test(file);
    if (!ABOUT_THE_RULES.includes(file)) {
      findText(text, FORBIDDEN_TEXT, report);
      if (isTest) findText(text, FORBIDDEN_IN_TESTS, report);
    }
    if (!CODE.test(file)) continue;
    const code = withoutComments(text);
    const lazy = findImports(code, DYNAMIC_IMPORT);
    const imports = [...findImports(code, STATIC_IMPORT), ...lazy];
    if (file.startsWith('src/')) {
      checkSource(file, imports, report);
      if (PURE_PARTS.includes(partOf(file))) findText(code, IMPURE, report);
      if (lazy.length > 0 && !LAZY_FILES.includes(file))
        report(`uses import(); only ${LAZY_FILES.join(', ')} may`, lazy[0].line);
      for (const name of new Set(imports.map(({ specifier }) => packageOf(specifier)))) {
        doorUsers.set(name, [...(doorUsers.get(name) ?? []), file]);
      }
    } else if (file.startsWith('server/')) {
      checkServer(file, imports, report);
      checkServerFolder(file, [...imports, ...findImports(code, TYPE_IMPORT)], report);
    }
    if (isTest && !file.startsWith('test/package/')) checkTest(file, imports, report);
  }
  for (const name of ONE_FILE) {
    const users = doorUsers.get(name) ?? [];
    if (users.length > 1) problems.push(`${users.join(', ')}: only one file may import ${name}`);
  }
  return problems;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = checkTree(process.argv[2] ?? join(import.meta.dirname, '..'));
  for (const problem of problems) console.error(problem);
  console.log(problems.length === 0 ? 'imports: all as agreed' : `${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
