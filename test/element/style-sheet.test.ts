import { expect } from '@open-wc/testing';
import { OutageStatusElement } from '../../src/element/outage-status-element.js';
import { css, styleSheetOf } from '../../src/element/style-sheet.js';

describe('style sheets', () => {
  it('are made from texts that may hold others, with characters as written', () => {
    const inner = css`
      a {
        color: red;
      }
    `;
    const { cssRules } = styleSheetOf(css`
      ${inner}
      a::before {
        content: '\\2014';
      }
    `);
    expect(Array.from(cssRules, ({ cssText }) => cssText)).to.deep.equal([
      'a { color: red; }',
      'a::before { content: "—"; }',
    ]);
  });

  it('are made once for each text', () => {
    expect(styleSheetOf('b { color: red }')).to.equal(styleSheetOf('b { color: red }'));
    expect(styleSheetOf('b { color: red }')).not.to.equal(styleSheetOf('b { color: blue }'));
  });

  it('are shared by all elements, which have no style elements', () => {
    class First extends OutageStatusElement {}
    class Second extends OutageStatusElement {}
    customElements.define('first-styled', First);
    customElements.define('second-styled', Second);
    const roots = [new First(), new Second()].map((element) => {
      document.body.append(element);
      element.remove();
      return element.shadowRoot!;
    });
    expect(roots[0]!.adoptedStyleSheets).to.have.length(4);
    expect([...roots[0]!.adoptedStyleSheets]).to.deep.equal([...roots[1]!.adoptedStyleSheets]);
    expect(roots.flatMap((root) => [...root.querySelectorAll('style')])).to.deep.equal([]);
  });
});
