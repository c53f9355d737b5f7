import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from './installed-package.mjs';

const manifest = JSON.parse(readFileSync(join(ROOT, 'custom-elements.json'), 'utf8'));
const element = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === 'outage-status');

const elementFolder = join(ROOT, 'src/element');
const sources = readdirSync(elementFolder, { recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(elementFolder, name), 'utf8'));
const found = (pattern) => [
  ...new Set(
    sources.flatMap((text) => [...text.matchAll(pattern)].flatMap(([, names]) => names.split(' '))),
  ),
];
const names = (list) => list.map(({ name }) => name);

describe('custom-elements.json', () => {
  it('has every attribute that the project promises, each with type, default and meaning', () => {
    assert.deepEqual(names(element.attributes).toSorted(), [
      'announce',
      'format',
      'heading-level',
      'lang',
      'load',
      'refresh',
      'server',
      'service',
      'src',
      'theme',
      'variant',
      'without-breakdown',
      'without-guide',
      'without-official',
      'without-report',
      'without-sparkline',
    ]);
    for (const attribute of element.attributes) {
      assert.ok(attribute.type?.text, `${attribute.name} has no type`);
      assert.ok(attribute.default, `${attribute.name} has no default`);
      assert.ok(attribute.description, `${attribute.name} has no description`);
    }
  });

  it('gives every property the name of its attribute', () => {
    for (const { name, fieldName } of element.attributes) {
      assert.equal(
        fieldName,
        name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()),
      );
    }
  });

  it('has every event with its class, and nothing nameless', () => {
    assert.deepEqual(
      element.events.map(({ name, type }) => `${name} ${type.text}`),
      [
        'outage-load OutageLoadEvent',
        'outage-status-change OutageStatusChangeEvent',
        'outage-error OutageErrorEvent',
        'outage-report OutageReportEvent',
        'outage-reported OutageReportedEvent',
      ],
    );
  });

  it('has the methods with their return types, and no private member', () => {
    const methods = element.members.filter(
      ({ kind, static: isStatic }) => kind === 'method' && !isStatic,
    );
    assert.deepEqual(
      methods.map(({ name, return: result }) => `${name} ${result.type.text}`),
      ['refreshNow Promise<void>', 'report Promise<ReportOutcome | undefined>'],
    );
    assert.deepEqual(
      element.members.filter(({ name, privacy }) => name.startsWith('#') || privacy),
      [],
    );
  });

  it('explains every part that the templates have', () => {
    const undocumented = found(/\bpart="([a-z -]+)"/g).filter(
      (part) => !names(element.cssParts).includes(part),
    );
    assert.deepEqual(undocumented, []);
  });

  it('names no part that no template has', () => {
    const all = sources.join('\n').replace(/^\s*\*.*$/gm, '');
    const unknown = names(element.cssParts).filter(
      (part) => !new RegExp(`["'\` ]${part}["'\` ]`).test(all),
    );
    assert.deepEqual(unknown, []);
  });

  it('has exactly the custom properties that the styles read', () => {
    const code = sources.map((text) => text.replace(/^\s*\*.*$/gm, ''));
    const read = new Set(code.flatMap((text) => text.match(/--outage-status-[a-z-]+/g) ?? []));
    assert.deepEqual(names(element.cssProperties).toSorted(), [...read].toSorted());
  });

  it('states that define registers the tag', () => {
    const definition = manifest.modules
      .flatMap(({ exports }) => exports)
      .find(({ kind }) => kind === 'custom-element-definition');
    assert.equal(definition.name, 'outage-status');
    assert.equal(definition.declaration.name, 'OutageStatusElement');
  });
});
