import { readTemplate } from './read-template.js';
import type { TemplateResult } from './tags.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Draws a Lit template once, without Lit and without markup as text, which trusted types forbid. The first paint uses
 * it while Lit is still loading.
 *
 * @param parent Receives the nodes after its existing children.
 * @param template As {@link readTemplate} takes it.
 */
export function drawOnce(parent: ParentNode & Node, template: TemplateResult): void {
  // One insertion into the page in place of one for each element.
  const drawn = new DocumentFragment();
  let node: ParentNode & Node = drawn;
  readTemplate(template, {
    open(tag, attributes) {
      const namespace = tag === 'svg' ? SVG : (node as Partial<Element>).namespaceURI;
      const element = document.createElementNS(namespace ?? 'http://www.w3.org/1999/xhtml', tag);
      for (const [name, text] of attributes) element.setAttribute(name, text);
      node.append(element);
      node = element;
    },
    text: (text) => node.append(text),
    close: () => (node = node.parentNode!),
  });
  parent.append(drawn);
}
