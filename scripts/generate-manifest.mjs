// Writes custom-elements.json from the sources.
//
//   node scripts/generate-manifest.mjs          writes it
//   node scripts/generate-manifest.mjs --check  fails when the committed one is out of date
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { packageProgram, runCommand } from './run-command.mjs';

process.chdir(join(import.meta.dirname, '..'));

const FILE = 'custom-elements.json';

const analyze = async (outputFolder) => {
  const { code, output } = await runCommand(
    [
      packageProgram('cem'),
      'analyze',
      '--config',
      'custom-elements-manifest.config.mjs',
      '--outdir',
      relative('.', outputFolder) || '.',
    ],
    { quiet: true },
  );
  if (code !== 0) throw new Error(`cem analyze failed:\n${output}`);
};

const readIfThere = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

if (process.argv.includes('--check')) {
  const scratch = mkdtempSync(join(tmpdir(), 'outage-status-manifest-'));
  try {
    await analyze(scratch);
    if (readIfThere(join(scratch, FILE)) !== readIfThere(FILE)) {
      console.error(`${FILE} is out of date; run: npm run generate`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
} else {
  await analyze('.');
}
