import { html, nothing, type TemplateResult } from 'lit';
import { drawOnce } from '../../src/element/draw-once.js';

/** A text that is markup where it is not escaped, without what HTML cannot hold. */
const HOSTILE =
  '<img src=x onerror="alert(1)"> & "quotes" \'too\' &amp; $& $1 --> ]]> </div></template></style>';

const PATH = 'M0 0';
const MORE = 'more';

/** What a template may hold as content: of every kind that the views use. */
const CONTENTS: readonly unknown[] = [
  'text',
  '',
  0,
  12.5,
  true,
  null,
  undefined,
  nothing,
  HOSTILE,
  ['a', html`<b>b</b>`, nothing, [1, 2]],
  html`<svg viewBox="0 0 1 1" preserveAspectRatio="none"><path d=${PATH}></path></svg>`,
];

/** What a template may hold as an attribute. */
const ATTRIBUTES: readonly unknown[] = ['text', '', 0, 7, false, nothing, HOSTILE];

/** A template around one value as its content. */
export const withContent = (value: unknown): TemplateResult =>
  html`<p class="a">before ${value} after</p>
    ${value}<i></i>`;

/** A template with one value in attributes, and a listener. */
export const withAttribute = (value: unknown): TemplateResult =>
  html`<p class="one ${value} two ${MORE}" title=${value} hidden @click=${() => undefined}>
    ${value}
  </p>`;

/** Templates of every value as content. */
export const contentSamples: readonly TemplateResult[] = CONTENTS.map(withContent);

/** Templates of every value as an attribute. */
export const attributeSamples: readonly TemplateResult[] = ATTRIBUTES.map(withAttribute);

/** What `drawOnce` makes of a template, in an element outside of the page. */
export const drawHere = (template: TemplateResult): HTMLElement => {
  const holder = document.createElement('div');
  drawOnce(holder, template);
  holder.normalize();
  return holder;
};
