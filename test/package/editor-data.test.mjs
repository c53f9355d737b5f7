// What editors know about the tag; VS Code's data are read by its own language service.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findPrograms, FRAMEWORKS_FOLDER } from '../../scripts/engines.mjs';
import { ROOT } from './installed-package.mjs';

const read = (name) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
const names = (list) => list.map(({ name }) => name).toSorted();

const element = read('custom-elements.json')
  .modules.flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName);

describe('web-types.json', () => {
  const { name, version, contributions } = read('web-types.json');
  const [tag] = contributions.html.elements;

  it('is named in package.json, with the version of the package', () => {
    const own = read('package.json');
    assert.equal(own['web-types'], './web-types.json');
    assert.deepEqual([name, version], [own.name, own.version]);
  });

  it('has every attribute, event and slot of the tag, and its properties', () => {
    assert.equal(tag.name, 'outage-status');
    assert.deepEqual(names(tag.attributes), names(element.attributes));
    assert.deepEqual(names(tag.events), names(element.events));
    assert.deepEqual(names(tag.slots), names(element.slots));
    const properties = names(tag.js.properties);
    for (const { fieldName } of element.attributes) assert.ok(properties.includes(fieldName));
  });
});

if (findPrograms().frameworks) {
  describe('vscode.html-custom-data.json', () => {
    const require = createRequire(join(FRAMEWORKS_FOLDER, 'package.json'));
    const service = require('vscode-html-languageservice');
    const { version, tags } = read('vscode.html-custom-data.json');
    const editor = service.getLanguageService({
      useDefaultDataProvider: false,
      customDataProviders: [service.newHTMLDataProvider('outage-status', { version, tags })],
    });

    /** What the editor offers at the `|` of a text. */
    const offered = (text) => {
      const offset = text.indexOf('|');
      const code = text.replace('|', '');
      const document = service.TextDocument.create('file:///page.html', 'html', 1, code);
      const position = document.positionAt(offset);
      const { items } = editor.doComplete(document, position, editor.parseHTMLDocument(document));
      return items.map(({ label }) => label);
    };

    it('offers the tag', () => {
      assert.ok(offered('<out|').includes('outage-status'));
    });

    it('offers every attribute of the tag', () => {
      const labels = offered('<outage-status |></outage-status>');
      const missing = names(element.attributes).filter((name) => !labels.includes(name));
      assert.deepEqual(missing, []);
    });

    it('offers the values of an attribute', () => {
      assert.deepEqual(offered('<outage-status variant="|"></outage-status>').toSorted(), [
        'auto',
        'badge',
        'card',
        'compact',
      ]);
    });

    it('explains an attribute', () => {
      const code = '<outage-status refresh="30"></outage-status>';
      const document = service.TextDocument.create('file:///page.html', 'html', 1, code);
      const position = document.positionAt(code.indexOf('refresh') + 1);
      const hover = editor.doHover(document, position, editor.parseHTMLDocument(document));
      assert.match(JSON.stringify(hover.contents), /Seconds between polls/);
    });
  });
}
