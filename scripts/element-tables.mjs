const cell = (text) => String(text ?? '').replaceAll('|', String.raw`\|`);
const code = (text) => (text ? `\`${cell(text)}\`` : '');

const table = (headings, rows) =>
  [headings, headings.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const writeMethod = ({ name, parameters = [], return: result }) =>
  `${name}(${parameters.map((parameter) => parameter.name).join(', ')}): ${result?.type?.text ?? 'void'}`;

const isReadOnlyProperty = ({ kind, attribute, static: isStatic }) =>
  kind === 'field' && !attribute && !isStatic;

/**
 * Writes the reference of the element for authors of pages, as Markdown tables.
 *
 * @param manifest The content of custom-elements.json.
 * @returns Markdown without a heading of its own.
 */
export function writeElementTables(manifest) {
  const element = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName);
  const attributes = element.attributes.map(
    ({ name, fieldName, type, default: initial, description }) => [
      code(name),
      fieldName === name ? '' : code(fieldName),
      code(type.text),
      code(initial),
      cell(description),
    ],
  );
  const describe = ({ name, description }) => [code(name || '(default)'), cell(description)];
  const methods = element.members.filter(
    ({ kind, static: isStatic }) => kind === 'method' && !isStatic,
  );
  return [
    '**Attributes.** Each is also a property; the table gives its name where it differs, and its lower-case form is an attribute as well. A boolean is true when it is there, whatever its text, but for the text `false`.',
    table(['attribute', 'property', 'type', 'default', 'meaning'], attributes),
    '**Read-only properties and methods**',
    table(
      ['name', 'meaning'],
      [
        ...element.members
          .filter(isReadOnlyProperty)
          .map(({ name, type, description }) => [code(`${name}: ${type.text}`), cell(description)]),
        ...methods.map((method) => [code(writeMethod(method)), cell(method.description)]),
      ],
    ),
    '**Events.** All bubble and cross shadow boundaries.',
    table(
      ['event', 'class', 'when'],
      element.events.map(({ name, type, description }) => [
        code(name),
        code(type.text),
        cell(description),
      ]),
    ),
    '**Slots**',
    table(['slot', 'meaning'], element.slots.map(describe)),
    '**Parts**, for `outage-status::part(name)`',
    table(['part', 'meaning'], element.cssParts.map(describe)),
    '**Custom properties**',
    table(
      ['property', 'default', 'meaning'],
      element.cssProperties.map(({ name, default: initial, description }) => [
        code(name),
        code(initial),
        cell(description),
      ]),
    ),
    '**States**, for `outage-status:state(name)`',
    table(['state', 'meaning'], element.cssStates.map(describe)),
  ].join('\n\n');
}
