// Reads what a pack has written, the way a browser would.
import { parse, parseFragment } from 'parse5';

const attributesOf = (node) =>
  Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));

const textOf = (node) =>
  node.nodeName === '#text' ? node.value : (node.childNodes ?? []).map(textOf).join('');

function* elementsIn(node) {
  if (node.tagName) yield node;
  for (const child of node.childNodes ?? []) yield* elementsIn(child);
}

/**
 * Finds what a piece of HTML would run or show.
 *
 * @param html A page or a part of one.
 * @returns `widgets`: attributes of each `<outage-status>`, with the `link` inside it and the style of the `room` around
 *   that; `scripts`: attributes of each script, with its `text`; `preloads`: addresses that are requested ahead; `frames`:
 *   attributes of each iframe; `handlers`: names of attributes that would run script; `text`: all text.
 */
export function readHtml(html) {
  const tree = /<html/i.test(html) ? parse(html) : parseFragment(html);
  const found = {
    widgets: [],
    scripts: [],
    preloads: [],
    frames: [],
    handlers: [],
    text: textOf(tree),
  };
  for (const element of elementsIn(tree)) {
    const attributes = attributesOf(element);
    found.handlers.push(...Object.keys(attributes).filter((name) => name.startsWith('on')));
    if (element.tagName === 'script') found.scripts.push({ ...attributes, text: textOf(element) });
    if (element.tagName === 'link') found.preloads.push(attributes.href);
    if (element.tagName === 'iframe') found.frames.push(attributes);
    if (element.tagName === 'outage-status') {
      const [link] = [...elementsIn(element)].filter(({ tagName }) => tagName === 'a');
      const { href } = link ? attributesOf(link) : {};
      const room = link && attributesOf(link.parentNode).style;
      found.widgets.push({ ...attributes, room, link: { href, text: link && textOf(link) } });
    }
  }
  return found;
}
