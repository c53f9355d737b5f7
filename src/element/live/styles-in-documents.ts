// A constructed style sheet belongs to one document. These are copies for others, one per document and sheet.
const copies = new WeakMap<Document, Map<CSSStyleSheet, CSSStyleSheet>>();

// The sheets of each root, as made in this document.
const worn = new WeakMap<ShadowRoot, CSSStyleSheet[]>();

const copyFor = (owner: Document, sheet: CSSStyleSheet): CSSStyleSheet => {
  const known = copies.get(owner) ?? new Map<CSSStyleSheet, CSSStyleSheet>();
  copies.set(owner, known);
  let copy = known.get(sheet);
  if (!copy) {
    const { CSSStyleSheet: Sheet } = owner.defaultView as Window & typeof globalThis;
    copy = new Sheet();
    copy.replaceSync(Array.from(sheet.cssRules, ({ cssText }) => cssText).join('\n'));
    known.set(sheet, copy);
  }
  return copy;
};

const wear = (root: ShadowRoot, sheets: readonly CSSStyleSheet[]): void => {
  const owner = root.ownerDocument;
  if (!owner.defaultView) return;
  root.adoptedStyleSheets =
    owner === document ? [...sheets] : sheets.map((sheet) => copyFor(owner, sheet));
};

/** Adds a sheet made in this document to a shadow root, which may be in another document by now. */
export function addStyles(root: ShadowRoot, sheet: CSSStyleSheet): void {
  const sheets = [...(worn.get(root) ?? root.adoptedStyleSheets), sheet];
  worn.set(root, sheets);
  wear(root, sheets);
}

/**
 * Restores the styles of a shadow root after its adoption into another document, which removes them
 * ({@link https://drafts.csswg.org/cssom/#dom-documentorshadowroot-adoptedstylesheets}).
 */
export function restoreStyles(root: ShadowRoot): void {
  if (root.adoptedStyleSheets.length === 0) wear(root, worn.get(root) ?? []);
}
