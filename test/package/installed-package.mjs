import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Path of a program of the project's own dependencies. */
export const program = (name) => join(ROOT, 'node_modules/.bin', name);

/** Runs a program and gives its output; a failure carries the output in its message. */
export const run = (command, parameters, options = {}) => {
  try {
    return execFileSync(command, parameters, { encoding: 'utf8', stdio: 'pipe', ...options });
  } catch (error) {
    throw new Error(`${command} ${parameters.join(' ')}\n${error.stdout}\n${error.stderr}`, {
      cause: error,
    });
  }
};

/**
 * Packs the package as `npm publish` would, and installs the tarball into an empty project outside of this one.
 *
 * @returns {{ folder: string, tarball: string, remove: () => void }} The project's folder and the tarball in it.
 */
export function installPackage() {
  const folder = mkdtempSync(join(tmpdir(), 'outage-status-consumer-'));
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT }),
  );
  const tarball = join(folder, filename);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  );
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball], { cwd: folder });
  return { folder, tarball, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
