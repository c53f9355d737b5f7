// The tags that every app shows, written from the element's manifest in the spelling of its framework.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../package/installed-package.mjs';

const element = JSON.parse(readFileSync(join(ROOT, 'custom-elements.json'), 'utf8'))
  .modules.flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === 'outage-status');

/** Names of the element's events. */
export const EVENTS = element.events.map(({ name }) => name);

/** Attributes that only the tag with a vendor's page has: they say where the feed comes from. */
const OF_ADDRESS = ['src', 'format'];

/** Two values of each option that is no boolean, neither of them the one that it has by itself if that can be. */
const valuesOf = (server) => ({
  service: ['kik', 'discord'],
  server: [server, `${server}/`],
  variant: ['card', 'auto'],
  refresh: [30, 'off'],
  theme: ['dark', 'light'],
  lang: ['ar', 'en'],
  'heading-level': [2, 3],
  load: ['eager', 'visible'],
});

/** @returns Each attribute with its property and its two values, the one for "yes" first. */
const optionsOf = (server) =>
  element.attributes
    .filter(({ name }) => !OF_ADDRESS.includes(name))
    .map(({ name, fieldName, type }) => {
      const values = type.text === 'boolean' ? [true, false] : valuesOf(server)[name];
      if (!values) throw new Error(`valuesOf: no values for the attribute "${name}"`);
      return { name, property: fieldName, values };
    });

/** Address of the demo's stand-in for a vendor's page, whose state can be changed. */
const vendorPage = (server) => `${server}/demo/vendor/api/v2/summary.json`;

const inScript = (value) => (typeof value === 'string' ? `'${value}'` : String(value));

/**
 * How a framework writes a tag.
 *
 * @typedef {object} Dialect
 * @property {(option: { name: string, expression: string, value: unknown, isProperty: boolean, isBoolean: boolean }) => string} bind
 *   Writes an attribute or property with the value of an expression; `value` is what it is at first.
 * @property {(event: string) => string} listen Writes a listener: the function `hear` of harness.js.
 * @property {string} [yes] The expression of the state that is true first and false after a click on `#flip`; else `yes`.
 * @property {string} [tag] The tag's name; else `outage-status`.
 */

/**
 * Writes the tags: `properties`, `attributes` and `texts`, each with every option and once more, as `…-no`, with the other
 * value; and three that listen to every event, in all of which each event is heard.
 *
 * @param {Dialect} dialect
 * @param server Address of the feed server.
 */
export function writeTags({ bind, listen, yes = 'yes', tag = 'outage-status' }, server) {
  const options = optionsOf(server);
  const write = (id, attributes) =>
    `<${tag} id="${id}" ${attributes.join(' ')}><a href="https://kik.com">Kik</a></${tag}>`;
  const bindAll = (isProperty, isNo) =>
    options.map(({ name, property, values }) => {
      const [first, second] = isNo ? values.toReversed() : values;
      const isBoolean = typeof first === 'boolean';
      const choice = `${yes} ? ${inScript(first)} : ${inScript(second)}`;
      const expression = isBoolean ? (first ? yes : `!${yes}`) : choice;
      return bind({
        name: isProperty ? property : name,
        expression,
        value: first,
        isProperty,
        isBoolean,
      });
    });
  const writeAll = (index) => options.map(({ name, values }) => `${name}="${values[index]}"`);
  const listeners = EVENTS.map(listen);
  return [
    write('properties', bindAll(true, false)),
    write('properties-no', bindAll(true, true)),
    write('attributes', bindAll(false, false)),
    write('attributes-no', bindAll(false, true)),
    write('texts', writeAll(0)),
    write('texts-no', writeAll(1)),
    write('reporting', ['service="kik"', ...listeners]),
    write('watching', [
      `src="${vendorPage(server)}"`,
      'format="statuspage"',
      'refresh="30"',
      ...listeners,
    ]),
    write('failing', ['service="no-such-service"', ...listeners]),
  ].join('\n');
}

/** Number of tags that {@link writeTags} writes. */
export const TAG_COUNT = 9;

/**
 * What a tag with every option must have.
 *
 * @param isNo Whether it has the other values.
 * @returns The properties by name; `hasReportButton`, `level` and `language`, what of them is on screen.
 */
export function expectedOf(server, isNo) {
  const entries = optionsOf(server).map(({ property, values }) => [property, values[Number(isNo)]]);
  const properties = Object.fromEntries(entries);
  return {
    ...properties,
    hasReportButton: !properties.withoutReport,
    level: properties.headingLevel,
    language: properties.lang,
  };
}
