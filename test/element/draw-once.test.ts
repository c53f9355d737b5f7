import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { render, type TemplateResult } from 'lit';
import { showFeed } from '../../src/element/element-view.js';
import { renderCard } from '../../src/element/views/card.js';
import { renderFrame } from '../../src/element/views/head.js';
import { renderInlineBadge } from '../../src/element/views/inline-badge.js';
import { LANGUAGES, formatsFor } from '../../src/i18n/index.js';
import { feedArbitrary } from '../feed/feed-arbitrary.js';
import {
  attributeSamples,
  contentSamples,
  drawHere,
  withAttribute,
  withContent,
} from './template-samples.js';

const drawByLit = (template: TemplateResult): HTMLElement => {
  const holder = document.createElement('div');
  render(template, holder);
  const comments = document.createNodeIterator(holder, NodeFilter.SHOW_COMMENT);
  for (let comment = comments.nextNode(); comment; comment = comments.nextNode())
    (comment as Comment).remove();
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

describe('drawOnce', () => {
  it('draws text, lists, templates and nothing as Lit does', () => {
    for (const template of contentSamples) expectSame(template);
    // HTML cannot hold this one, a document can.
    expectSame(withContent('\0'));
  });

  it('draws attributes as Lit does', () => {
    for (const template of attributeSamples) expectSame(template);
    expectSame(withAttribute('\0'));
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
          const { paint, element, direction } = LANGUAGES[language];
          const view = {
            ...shown,
            messages: paint,
            bodyMessages: element,
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
