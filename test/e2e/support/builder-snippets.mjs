// What the running builder gives out, as a person takes it: out of its page.
import { parseFragment } from 'parse5';

function* elementsIn(node) {
  if (node.tagName) yield node;
  for (const child of node.childNodes ?? []) yield* elementsIn(child);
}

/**
 * Takes the texts to copy from the running builder.
 *
 * @param query Its choices, e.g. `place=wix&look=badge`.
 * @returns One text or more, in the order of the page.
 */
export async function takeBlocks(serverUrl, query) {
  const answer = await fetch(`${serverUrl}/embed?${query}`);
  const blocks = [...elementsIn(parseFragment(await answer.text()))]
    .filter(({ tagName }) => tagName === 'textarea')
    .map(({ childNodes }) => childNodes.map(({ value }) => value).join(''));
  if (blocks.length === 0) throw new Error(`the builder gives no snippet for ${query}`);
  return blocks;
}

/**
 * Takes the snippet for Kik, on a site of one's own.
 *
 * @param query Other choices, e.g. `look=badge`.
 */
export async function takeSnippet(serverUrl, query) {
  const [snippet] = await takeBlocks(serverUrl, `service=kik&place=site&${query}`);
  return snippet;
}
