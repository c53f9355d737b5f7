import { supportsAdoptingStyleSheets } from 'lit';
import { styleSheetOf } from '../style-sheet.js';

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

/**
 * Adds styles to a shadow root, which may be in another document by now. Does nothing where roots take no constructed
 * sheets: no browser that we support, but jsdom before 31, in which tests of pages run.
 */
export function addStyles(root: ShadowRoot, text: string): void {
  if (!supportsAdoptingStyleSheets) return;
  const sheets = [...(worn.get(root) ?? root.adoptedStyleSheets), styleSheetOf(text)];
  worn.set(root, sheets);
  wear(root, sheets);
}

/**
 * Restores the styles of a shadow root after its adoption into another document, which removes them
 * ({@link https://drafts.csswg.org/cssom/#dom-documentorshadowroot-adoptedstylesheets}).
 */
export function restoreStyles(root: ShadowRoot): void {
  const sheets = worn.get(root);
  if (sheets && root.adoptedStyleSheets.length === 0) wear(root, sheets);
}
