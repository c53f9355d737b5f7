import { readBoolean } from '../element/option-values.js';
import type { OutageStatusElement } from '../element/outage-status-element.js';

/** What each option of the tag is written as, and whether its presence alone means true. */
const OPTIONS = {
  service: ['service'],
  server: ['server'],
  src: ['src'],
  format: ['format'],
  variant: ['variant'],
  refresh: ['refresh'],
  theme: ['theme'],
  lang: ['lang'],
  headingLevel: ['heading-level'],
  load: ['load'],
  announce: ['announce', true],
  withoutReport: ['without-report', true],
  withoutBreakdown: ['without-breakdown', true],
  withoutSparkline: ['without-sparkline', true],
  withoutGuide: ['without-guide', true],
  withoutOfficial: ['without-official', true],
} as const satisfies Partial<
  Record<keyof OutageStatusElement, readonly [attribute: string, isBoolean?: true]>
>;

type OptionName = keyof typeof OPTIONS;

/** The element's options, by the names of its properties. Each becomes an attribute of the tag. */
export type TagOptions = {
  readonly [Name in OptionName]?: OutageStatusElement[Name] | undefined;
};

const isOption = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name);

/**
 * Lists the attributes of a tag.
 *
 * @param own Names of options that are no attributes; these are passed over.
 * @returns Names and texts; options that are `undefined`, `null`, empty or false are left out.
 * @throws {TypeError} For an option that the element does not have, and for a value that is no text, number or boolean.
 */
export function listAttributes(
  options: Readonly<Record<string, unknown>>,
  own: readonly string[],
): [name: string, text: string][] {
  const attributes: [string, string][] = [];
  for (const [name, value] of Object.entries(options)) {
    if (own.includes(name) || value === undefined || value === null) continue;
    if (!isOption(name)) {
      const known = [...Object.keys(OPTIONS), ...own].join(', ');
      throw new TypeError(`renderStatus: unknown option "${name}"; there are ${known}`);
    }
    if (!(['string', 'number', 'boolean'].includes(typeof value) || value instanceof URL))
      throw new TypeError(
        `renderStatus: ${name}: expected a text, number or boolean, got ${typeof value}`,
      );
    const [attribute, isBoolean] = OPTIONS[name] as readonly [string, true?];
    const text = `${value as string | number | boolean | URL}`.trim();
    if (isBoolean) {
      if (readBoolean(value)) attributes.push([attribute, '']);
    } else if (text && value !== false) attributes.push([attribute, text]);
  }
  return attributes;
}
