import { nothing, type TemplateResult } from './tags.js';

/** Receives the parts of templates in the order of the document. */
export interface TemplateSink {
  /** @param attributes Names and texts. */
  open(tag: string, attributes: readonly (readonly [name: string, text: string])[]): void;
  text(text: string): void;
  close(tag: string): void;
}

// Placeholder for a value between two strings of a template; no template contains this character.
const VALUE = '\0';
const TAG_OR_TEXT = /<(\/?)([a-z]+)((?:"[^"]*"|[^">])*)>|[^<]+/g;
const ATTRIBUTE = /([^\s=]+)(?:="([^"]*)"|=(\S+))?/g;

type Primitive = string | number | boolean;

const isTemplate = (value: object): value is TemplateResult => 'strings' in value;

/**
 * Reads a Lit template once, without Lit. A test compares what is drawn of it with what Lit draws.
 *
 * @param template Elements that are all closed, attributes, and children: text, templates, lists of these, and `nothing`.
 *   Listeners and properties are left out; character references, comments and directives are not understood.
 */
export function readTemplate({ strings, values }: TemplateResult, sink: TemplateSink): void {
  const remaining = values.values();
  const next = (): unknown => remaining.next().value;

  /** Puts values in the place of their marks; `undefined` for what is no attribute, or is left out. */
  const fill = (name: string, text: string): string | undefined => {
    const [start, ...rest] = text.split(VALUE);
    let whole = start!;
    let isLeftOut = /^[@.]/.test(name);
    for (const part of rest) {
      const value = next();
      isLeftOut ||= value === nothing;
      whole += `${String(value)}${part}`;
    }
    return isLeftOut ? undefined : whole;
  };

  for (const [text, end, tag, inner] of strings.join(VALUE).matchAll(TAG_OR_TEXT)) {
    if (end) {
      sink.close(tag!);
    } else if (tag) {
      const attributes: [string, string][] = [];
      for (const [, name, quoted, plain] of inner!.matchAll(ATTRIBUTE)) {
        const filled = fill(name!, quoted ?? plain ?? '');
        if (filled !== undefined) attributes.push([name!, filled]);
      }
      sink.open(tag, attributes);
    } else {
      for (const [index, part] of text.split(VALUE).entries()) {
        if (index > 0) readChild(next(), sink);
        if (part) sink.text(part);
      }
    }
  }
}

function readChild(value: unknown, sink: TemplateSink): void {
  if (value === nothing || value === undefined || value === null) return;
  if (typeof value !== 'object') sink.text(`${value as Primitive}`);
  else if (isTemplate(value)) readTemplate(value, sink);
  else for (const child of value as Iterable<unknown>) readChild(child, sink);
}
