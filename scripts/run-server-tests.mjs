// Runs tests of the server, compiled once for all of them:
//
//   node scripts/run-server-tests.mjs [options of `node --test`] server/test/http/*.test.ts
//
// The files of a folder run one after the other in one process: a process a file would load the server's modules a hundred
// times, which took a third of the computing.
//
// Their data folders lie in memory where there is room: most tests commit to a database, and would wait for the disk.
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileServer } from './compile-server.mjs';
import { runCommand } from './run-command.mjs';

const MEMORY_FOLDER = '/dev/shm';
// A few clusters of Postgres, with room to spare; containers often have 64 MB.
const ROOM_BYTES = 2 * 1024 ** 3;

const hasRoom = (folder) => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > ROOM_BYTES;
  } catch {
    return false;
  }
};

const FOLDER_OF_FILE = /^server\/test\/(?:([^/]+)\/)?.+\.test\.ts$/;

/**
 * Writes a file for each folder, which imports the folder's tests.
 *
 * @param files E.g. `server/test/http/atom-routes.test.ts`.
 * @param compiled The folder with their compiled form.
 * @returns Paths of the written files, the one with most tests first.
 */
const groupByFolder = (files, compiled) => {
  const groups = new Map();
  for (const file of files) {
    const [, folder = 'rest'] = FOLDER_OF_FILE.exec(file);
    groups.set(folder, [...(groups.get(folder) ?? []), join(compiled, file.replace(/ts$/, 'js'))]);
  }
  mkdirSync(join(compiled, 'groups'));
  return [...groups]
    .toSorted(([, some], [, others]) => others.length - some.length)
    .map(([folder, members]) => {
      const path = join(compiled, 'groups', `${folder}.test.js`);
      const imports = members.map((member) => `import '${pathToFileURL(member).href}';\n`);
      writeFileSync(path, imports.join(''));
      return path;
    });
};

process.chdir(join(import.meta.dirname, '..'));
const parameters = process.argv.slice(2);
const isTest = (parameter) => FOLDER_OF_FILE.test(parameter);
const compiled = mkdtempSync(join(tmpdir(), 'outage-status-compiled-'));
try {
  await compileServer(compiled);
  const options = parameters.filter((parameter) => !isTest(parameter));
  const groups = groupByFolder(parameters.filter(isTest), compiled);
  const { code } = await runCommand(
    [process.execPath, '--enable-source-maps', '--test', ...options, ...groups],
    { env: hasRoom(MEMORY_FOLDER) ? { TMPDIR: MEMORY_FOLDER } : {} },
  );
  process.exitCode = code;
} finally {
  rmSync(compiled, { recursive: true, force: true });
}
