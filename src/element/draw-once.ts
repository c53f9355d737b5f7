import { nothing, type TemplateResult } from 'lit';

const SVG = 'http://www.w3.org/2000/svg';

// Placeholder for a value between two strings of a template; no template contains this character.
const VALUE = '\0';
const TAG_OR_TEXT = /<(\/?)([a-z]+)((?:"[^"]*"|[^">])*)>|[^<]+/g;
const ATTRIBUTE = /([^\s=]+)(?:="([^"]*)"|=(\S+))?/g;

type Primitive = string | number | boolean;

const isTemplate = (value: object): value is TemplateResult => 'strings' in value;

/**
 * Draws a Lit template once, without Lit and without markup as text, which trusted types forbid. The first paint uses
 * it while Lit is still loading. A test compares the result with Lit's.
 *
 * @param parent Receives the nodes after its existing children.
 * @param template Elements that are all closed, attributes, and children: text, templates, lists of these, and `nothing`.
 *   Listeners and properties are left out; character references, comments and directives are not understood.
 */
export function drawOnce(parent: ParentNode & Node, { strings, values }: TemplateResult): void {
  const remaining = values.values();
  const next = (): unknown => remaining.next().value;
  let node = parent;

  const setAttribute = (element: Element, name: string, text: string) => {
    const [start, ...rest] = text.split(VALUE);
    let whole = start!;
    let isLeftOut = /^[@.]/.test(name);
    for (const part of rest) {
      const value = next();
      isLeftOut ||= value === nothing;
      whole += `${String(value)}${part}`;
    }
    if (!isLeftOut) element.setAttribute(name, whole);
  };

  for (const [text, end, tag, attributes] of strings.join(VALUE).matchAll(TAG_OR_TEXT)) {
    if (end) {
      node = node.parentNode!;
    } else if (tag) {
      const namespace = tag === 'svg' ? SVG : (node as Partial<Element>).namespaceURI;
      const element = document.createElementNS(namespace ?? 'http://www.w3.org/1999/xhtml', tag);
      for (const [, name, quoted, plain] of attributes!.matchAll(ATTRIBUTE))
        setAttribute(element, name!, quoted ?? plain ?? '');
      node.append(element);
      node = element;
    } else {
      for (const [index, part] of text.split(VALUE).entries()) {
        if (index > 0) drawChild(node, next());
        if (part) node.append(part);
      }
    }
  }
}

function drawChild(parent: ParentNode & Node, value: unknown): void {
  if (value === nothing || value === undefined || value === null) return;
  if (typeof value !== 'object') parent.append(`${value as Primitive}`);
  else if (isTemplate(value)) drawOnce(parent, value);
  else for (const child of value as Iterable<unknown>) drawChild(parent, child);
}
