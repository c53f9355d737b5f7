// What the search knows of the live examples: their components have the names of the manifest, and the search reads Markdown.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './documents.mjs';

const readElement = () => {
  const { modules } = JSON.parse(readFileSync(join(ROOT, 'custom-elements.json'), 'utf8'));
  return modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'outage-status');
};

/** By component: the lists that it shows. Each name is the id of something on the page. */
const SHOWN = {
  AttributesPlayground: ({ attributes }) => attributes,
  EventsPlayground: ({ events }) => events,
  PartsPlayground: ({ cssProperties, cssParts }) => [...cssProperties, ...cssParts],
  StatesPlayground: ({ cssStates }) => cssStates,
};

/** Puts headings in the place of the examples. */
export function makeSearchable(markdown) {
  const element = readElement();
  return markdown.replaceAll(/^<(\w+Playground) \/>$/gm, (_, component) =>
    SHOWN[component](element)
      .map(({ name, description }) => `### ${name}\n\n${description}`)
      .join('\n\n'),
  );
}
