// One set a document, however many elements move there.
const copies = new WeakMap<Document, CSSStyleSheet[]>();

/** Constructed style sheets belong to one document; this copies them for another. */
const copyFor = (owner: Document, sheets: readonly CSSStyleSheet[]): CSSStyleSheet[] => {
  let copied = copies.get(owner);
  if (!copied) {
    const { CSSStyleSheet: Sheet } = owner.defaultView as Window & typeof globalThis;
    copied = sheets.map((sheet) => {
      const copy = new Sheet();
      copy.replaceSync(Array.from(sheet.cssRules, ({ cssText }) => cssText).join('\n'));
      return copy;
    });
    copies.set(owner, copied);
  }
  return copied;
};

/**
 * Gives a shadow root its styles again after it has been adopted into another document, which takes them away
 * ({@link https://drafts.csswg.org/cssom/#dom-documentorshadowroot-adoptedstylesheets}).
 *
 * @param home The document that the sheets were made in.
 */
export function restoreStyles(
  root: ShadowRoot,
  home: Document,
  sheets: readonly CSSStyleSheet[],
): void {
  const owner = root.ownerDocument;
  if (root.adoptedStyleSheets.length > 0 || !owner.defaultView) return;
  root.adoptedStyleSheets = owner === home ? [...sheets] : copyFor(owner, sheets);
}
