// What the type checkers of frameworks know about the tag, as code; from custom-elements.json.

const HEAD = '// Generated from custom-elements.json by `npm run generate`; do not edit.';

const elementOf = ({ modules }) =>
  modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName);

const quote = (name) => (/^\w+$/.test(name) ? name : `'${name}'`);

/** A number may also be its text, as in HTML. */
const propertyType = ({ type: { text } }) =>
  text.split(' | ').includes('number') ? `${text} | \`\${number}\`` : text;

/** As a boolean attribute may be written in HTML or by a framework. */
const attributeType = (attribute) =>
  attribute.type.text === 'boolean'
    ? `boolean | '' | 'true' | 'false' | '${attribute.name}'`
    : propertyType(attribute);

const fields = (members, space = '  ') =>
  members.map(
    ([name, type, description]) => `${space}/** ${description} */\n${space}${name}: ${type};`,
  );

/** The imports of the events' classes, from the modules that declare them. */
const importClasses = ({ modules }, classes) =>
  modules.flatMap(({ path, declarations }) => {
    const names = declarations.map(({ name }) => name).filter((name) => classes.includes(name));
    const from = path.replace(/^dist/, '..');
    return names.length > 0 ? [`import type { ${names.join(', ')} } from '${from}';`] : [];
  });

const block = (opening, members) => `${opening} {\n${fields(members).join('\n')}\n}`;

/**
 * Writes the interfaces that the types for JSX, Vue and Svelte are made of.
 *
 * @param manifest The content of custom-elements.json.
 */
export function writeTagTypes(manifest) {
  const { attributes, events, slots } = elementOf(manifest);
  const dashed = attributes.filter(({ name, fieldName }) => name !== fieldName);
  return [
    HEAD,
    ...importClasses(
      manifest,
      events.map(({ type }) => type.text),
    ),
    '',
    '/** What a page sets, by the names of the properties. */',
    block(
      'export interface TagProperties',
      attributes.map((attribute) => [
        `readonly ${quote(attribute.fieldName)}?`,
        `${propertyType(attribute)} | undefined`,
        attribute.description,
      ]),
    ),
    '',
    '/** The attributes whose name is not that of their property. */',
    block(
      'export interface TagAttributes',
      dashed.map((attribute) => [
        `readonly ${quote(attribute.name)}?`,
        `${attributeType(attribute)} | undefined`,
        attribute.description,
      ]),
    ),
    '',
    '/** The events, each with its class. */',
    block(
      'export interface TagEvents',
      events.map(({ name, type, description }) => [
        `readonly ${quote(name)}`,
        type.text,
        description,
      ]),
    ),
    '',
    '/** The slots. */',
    block(
      'export interface TagSlots',
      slots.map(({ name, description }) => [
        `readonly ${quote(name || 'default')}?`,
        '() => unknown',
        description,
      ]),
    ),
    '',
  ].join('\n');
}

/**
 * Writes the directive for Angular in the form in which libraries for Angular are published: its compiler reads the inputs
 * from the type of `ɵdir`. The code declares none, so a binding goes to the element as it would without the directive.
 *
 * @param manifest The content of custom-elements.json.
 */
export function writeAngularDirective(manifest) {
  const { attributes } = elementOf(manifest);
  const inputs = attributes.map(
    ({ fieldName }) => `    ${fieldName}: { alias: '${fieldName}'; required: false };`,
  );
  const declare = (what, members) =>
    `i0.ɵɵngDeclare${what}({ ${members}, ngImport: i0, type: OutageStatus`;
  return `${HEAD}
/** @ts-ignore without Angular */
import * as i0 from '@angular/core';

// So that the types of the element and its events are known where this is imported.
export type { OutageStatusElement } from '../element/outage-status-element.js';
export type { TagEvents } from './tag.generated.js';

/**
 * For the \`imports\` of a component: makes \`<outage-status>\` known to Angular, and checks what its templates bind to it.
 * Registers nothing; import \`outage-status/define\` as well.
 */
export class OutageStatus {
${fields(
  attributes.map((attribute) => [
    `${attribute.fieldName}?`,
    `${attribute.type.text === 'boolean' ? attributeType({ ...attribute, name: attribute.fieldName }) : propertyType(attribute)} | undefined`,
    attribute.description,
  ]),
).join('\n')}

  static ɵfac: i0.ɵɵFactoryDeclaration<OutageStatus, never> = ${declare('Factory', "minVersion: '12.0.0', version: '21.0.0'")}, deps: [], target: i0.ɵɵFactoryTarget.Directive });

  static ɵdir: i0.ɵɵDirectiveDeclaration<OutageStatus, 'outage-status', never, {
${inputs.join('\n')}
  }, {}, never, never, true, never> = ${declare('Directive', "minVersion: '14.0.0', version: '21.0.0'")}, isStandalone: true, selector: 'outage-status' });
}
`;
}
