// Constructed style sheets belong to one document; these are their copies for others, one a document and sheet however
// many elements move there.
const copies = new WeakMap<Document, Map<CSSStyleSheet, CSSStyleSheet>>();

// What a root wears at home.
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

/** Adds a sheet made in this document to those of a shadow root, in whichever document that is now. */
export function addStyles(root: ShadowRoot, sheet: CSSStyleSheet): void {
  const sheets = [...(worn.get(root) ?? root.adoptedStyleSheets), sheet];
  worn.set(root, sheets);
  wear(root, sheets);
}

/**
 * Gives a shadow root its styles again after it has been adopted into another document, which takes them away
 * ({@link https://drafts.csswg.org/cssom/#dom-documentorshadowroot-adoptedstylesheets}).
 */
export function restoreStyles(root: ShadowRoot): void {
  if (root.adoptedStyleSheets.length === 0) wear(root, worn.get(root) ?? []);
}
