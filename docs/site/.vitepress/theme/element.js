// What the element's manifest says of it: the one source of names, types and explanations.
import manifest from '../../.pages/custom-elements.json';

const declarations = manifest.modules.flatMap((module) => module.declarations);
const element = declarations.find(({ tagName }) => tagName === 'outage-status');

/** The words of a type such as `'auto' | 'light'`, without their quotes. */
const wordsOf = (type) => [...type.matchAll(/'([^']*)'/g)].map(([, word]) => word);

/** How an attribute is edited: `switch`, `choice` with its words, or `text`. */
const controlOf = (type) => {
  if (type === 'boolean') return { kind: 'switch' };
  if (/^'[^']*'( \| '[^']*')+$/.test(type)) return { kind: 'choice', words: wordsOf(type) };
  return { kind: 'text' };
};

/** The attributes: name, default as it is written in HTML, explanation, and how each is edited. */
export const ATTRIBUTES = element.attributes.map(
  ({ name, type, default: initial, description }) => ({
    name,
    description,
    initial: initial.replaceAll("'", ''),
    type: type.text,
    control: controlOf(type.text),
  }),
);

/** The events: name, the name of the class, explanation. */
export const EVENTS = element.events.map(({ name, type, description }) => ({
  name,
  description,
  className: type.text,
}));

/** The parts, the custom properties and the states: name and explanation. */
export const PARTS = element.cssParts;
export const PROPERTIES = element.cssProperties;
export const STATES = element.cssStates;
