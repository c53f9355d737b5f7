// Writes custom-elements.json from the sources, and from that what editors and type checkers know about the tag:
// web-types.json, vscode.html-custom-data.json, and the generated files of src/frameworks/.
//
//   node scripts/generate-manifest.mjs          writes them
//   node scripts/generate-manifest.mjs --check  fails when a committed one is out of date
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { writeEditorData } from './editor-data.mjs';
import { packageProgram, runCommand } from './run-command.mjs';
import { writeAngularDirective, writeTagTypes } from './tag-types.mjs';

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
      relative('.', outputFolder),
    ],
    { quiet: true },
  );
  if (code !== 0) throw new Error(`cem analyze failed:\n${output}`);
  return readFileSync(join(outputFolder, FILE), 'utf8');
};

const readIfThere = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

const scratch = mkdtempSync(join(tmpdir(), 'outage-status-manifest-'));
try {
  const text = await analyze(scratch);
  const manifest = JSON.parse(text);
  const files = {
    [FILE]: text,
    ...writeEditorData(manifest, scratch),
    'src/frameworks/tag.generated.ts': writeTagTypes(manifest),
    'src/frameworks/angular.generated.ts': writeAngularDirective(manifest),
  };
  for (const [file, wanted] of Object.entries(files)) {
    if (!process.argv.includes('--check')) {
      writeFileSync(file, wanted);
    } else if (readIfThere(file) !== wanted) {
      console.error(`${file} is out of date; run: npm run generate`);
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
