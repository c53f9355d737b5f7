// What Lit's css-tag.js does where style sheets can be constructed, which is every browser that knows `light-dark()` and
// so every browser that this element is made for. The fallbacks for others are a third of a kilobyte of the first paint.
const CSS_TAG = `
const styleOf = (text) => {
  const styleSheet = new CSSStyleSheet();
  styleSheet.replaceSync(text);
  return { cssText: text, styleSheet };
};
export const css = (strings, ...values) =>
  styleOf(strings.reduce((text, part, index) => text + values[index - 1].cssText + part));
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet);
};
export const getCompatibleStyle = (style) => style;
export { styleOf as unsafeCSS };
export const CSSResult = undefined;
export const supportsAdoptingStyleSheets = true;
`;

/** Rollup plugin: the CDN files adopt constructed style sheets and nothing else. The npm build has all of Lit. */
export function constructedStyles() {
  return {
    name: 'constructed-styles',
    load: (id) => (/@lit[\\/]reactive-element[\\/]css-tag\.js$/.test(id) ? CSS_TAG : null),
  };
}
