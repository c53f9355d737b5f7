/** Marks a template as CSS. Its parts may be other such texts. */
export const css = (strings: TemplateStringsArray, ...parts: readonly string[]): string =>
  String.raw({ raw: strings }, ...parts);

const sheets = new Map<string, CSSStyleSheet>();

/**
 * Returns the constructed style sheet of a text. It is created at its first use, so that importing a text touches no
 * document; all elements and the first paint share it. Every browser with `light-dark()`, which we need, has such
 * sheets, so we never need Lit's fallback, `<style>` elements, which a page's `style-src` may refuse.
 */
export function styleSheetOf(text: string): CSSStyleSheet {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheet;
}
