import { expect } from '@open-wc/testing';
import * as lit from 'lit';
import * as tags from '../../src/element/tags.js';

describe('the tags without Lit', () => {
  it('make the data that the installed Lit makes and draws', () => {
    const sampleOf = ({ html, nothing }: Pick<typeof lit, 'html' | 'nothing'>, text: string) =>
      html`<b title=${nothing}>${text}</b>`;
    expect(sampleOf(tags, 'a')).to.deep.equal(sampleOf(lit, 'a'));
    expect(tags.nothing).to.equal(lit.nothing);
  });
});
