import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { html, nothing, render, type TemplateResult } from 'lit';
import { drawOnce } from '../../src/element/draw-once.js';
import { showFeed } from '../../src/element/element-view.js';
import { renderCard, renderFrame } from '../../src/element/views/card.js';
import { renderInlineBadge } from '../../src/element/views/inline-badge.js';
import { LANGUAGES, formatsFor } from '../../src/i18n/index.js';
import { feedArbitrary } from '../feed/feed-arbitrary.js';

const drawByLit = (template: TemplateResult): HTMLElement => {
  const holder = document.createElement('div');
  render(template, holder);
  const comments = document.createNodeIterator(holder, NodeFilter.SHOW_COMMENT);
  for (let comment = comments.nextNode(); comment; comment = comments.nextNode())
    (comment as Comment).remove();
  holder.normalize();
  return holder;
};

const drawHere = (template: TemplateResult): HTMLElement => {
  const holder = document.createElement('div');
  drawOnce(holder, template);
  holder.normalize();
  return holder;
};

const expectSame = (template: TemplateResult): void => {
  const expected = drawByLit(template);
  const drawn = drawHere(template);
  if (!drawn.isEqualNode(expected)) expect(drawn.outerHTML).to.equal(expected.outerHTML);
  // Markup that looks the same may still be of another namespace.
  expect(drawn.isEqualNode(expected)).to.equal(true);
};

const HOSTILE = '<img src=x onerror="alert(1)"> & "quotes" \'too\' $& $1 \0 </div>';

describe('drawOnce', () => {
  it('draws text, lists, templates and nothing as Lit does', () => {
    const path = 'M0 0';
    for (const value of [
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
      html`<svg viewBox="0 0 1 1"><path d=${path}></path></svg>`,
    ]) {
      expectSame(
        html`<p class="a">before ${value} after</p>
          ${value}<i></i>`,
      );
    }
  });

  it('draws attributes as Lit does', () => {
    const more = 'more';
    for (const value of ['text', '', 0, 7, false, nothing, HOSTILE, '\0']) {
      expectSame(
        html`<p class="one ${value} two ${more}" title=${value} hidden @click=${() => undefined}>
          ${value}
        </p>`,
      );
    }
  });

  it('draws the card and the badge of any feed as Lit does', () => {
    fc.assert(
      fc.property(
        feedArbitrary,
        fc.constantFrom('en' as const, 'ar' as const),
        fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.boolean(),
        (feed, language, headingLevel, ageSeconds, isOn) => {
          const receivedAtMs = Date.parse(feed.generatedAt);
          const last = { feed, receivedAtMs, clockOffsetMs: 0, etag: undefined };
          const shown = showFeed({ phase: 'ready', last }, receivedAtMs + ageSeconds * 1000)!;
          const { paint, direction } = LANGUAGES[language];
          const view = {
            ...shown,
            messages: paint,
            formats: formatsFor(language),
            direction,
            title: feed.service.name,
            headingLevel,
            withBreakdown: isOn,
            withTrend: !isOn,
            withOfficial: isOn,
            form: isOn ? ('compact' as const) : ('card' as const),
            expanded: !isOn,
            opened: false,
            paused: isOn,
            announcement: '',
            change: () => undefined,
          };
          expectSame(renderFrame(view, renderCard({ ...view, whole: false }, undefined)));
          expectSame(renderFrame(view, renderCard({ ...view, whole: true }, undefined)));
          expectSame(renderInlineBadge(view, undefined));
        },
      ),
      { numRuns: 200 },
    );
  });
});
