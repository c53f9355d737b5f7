/** Marks a template as CSS. Its parts may be other such texts. */
export const css = (strings: TemplateStringsArray, ...parts: readonly string[]): string =>
  String.raw({ raw: strings }, ...parts);

const sheets = new Map<string, CSSStyleSheet>();

/**
 * The constructed style sheet of a text, made at its first use, so that importing a text touches no document. All
 * elements and the first paint share it. No policy of a page covers such sheets, and every browser that knows
 * `light-dark()`, which our styles need, can make them: the `<style>` elements that Lit's `css` falls back to elsewhere,
 * and that `style-src` may refuse, are never needed.
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
