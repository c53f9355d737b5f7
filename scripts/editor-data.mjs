import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';

/** What the text about the tag leaves out: it has the attributes, events and slots, and styling has a page of its own. */
const TEXT = {
  hideMethodDocs: true,
  hideCssPropertiesDocs: true,
  hideCssPartsDocs: true,
  hideLogs: true,
};

/**
 * Writes what editors know about the tag.
 *
 * @param manifest The content of custom-elements.json.
 * @param folder Path of a folder to write into on the way.
 * @returns Texts by file name: `web-types.json` for JetBrains' editors, `vscode.html-custom-data.json` for VS Code.
 */
export function writeEditorData(manifest, folder) {
  const options = { ...TEXT, outdir: folder };
  generateJetBrainsWebTypes(structuredClone(manifest), { ...options, packageJson: false });
  generateVsCodeCustomElementData(structuredClone(manifest), { ...options, cssFileName: null });
  const read = (name) => [name, readFileSync(join(folder, name), 'utf8')];
  return Object.fromEntries(['web-types.json', 'vscode.html-custom-data.json'].map(read));
}
