import { expect } from '@open-wc/testing';
import { OutageStatusElement } from '../../src/index.js';
import { clearPage, place } from './widget-test-page.js';

const DEFAULTS = {
  service: '',
  server: '',
  src: '',
  format: '',
  variant: 'auto',
  refresh: 60,
  theme: 'auto',
  lang: '',
  headingLevel: 0,
  announce: false,
  load: 'eager',
  withoutReport: false,
  withoutBreakdown: false,
  withoutSparkline: false,
  withoutGuide: false,
  withoutOfficial: false,
} as const;

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('the attributes of the element', () => {
  afterEach(clearPage);

  it('are these, each a property of the same name with this default', () => {
    const element = document.createElement('outage-status');
    const values = Object.fromEntries(
      Object.keys(DEFAULTS).map((name) => [name, element[name as 'service']]),
    );
    expect(values).to.deep.equal(DEFAULTS);
    expect(OutageStatusElement.observedAttributes.toSorted()).to.deep.equal(
      Object.keys(DEFAULTS).map(kebab).toSorted(),
    );
  });

  const rows = [
    ['service', 'kik', 'kik'],
    ['server', 'https://status.example', 'https://status.example'],
    ['variant', 'badge', 'badge'],
    ['refresh', '120', 120],
    ['refresh', 'off', 'off'],
    ['refresh', 'soon', 60],
    ['theme', 'dark', 'dark'],
    ['lang', 'ar', 'ar'],
    ['heading-level', '3', 3],
    ['announce', '', true],
    ['without-report', '', true],
    ['without-official', '', true],
  ] as const;
  for (const [attribute, text, value] of rows) {
    it(`read ${attribute}="${text}" as ${JSON.stringify(value)}`, () => {
      const element = document.createElement('outage-status');
      element.setAttribute(attribute, text);
      const name = attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      expect(element[name as 'service']).to.equal(value);
    });
  }

  it('count when they were set as properties before the element was defined', async () => {
    const early = document.createElement('late-outage-status') as OutageStatusElement;
    early.variant = 'card';
    early.headingLevel = 2;
    place('<outage-status></outage-status>').parentElement!.append(early);
    class LateElement extends OutageStatusElement {}
    LateElement.define('late-outage-status');
    expect(early).to.be.instanceOf(LateElement);
    await early.updateComplete;
    expect([early.variant, early.headingLevel, early.getAttribute('variant')]).to.deep.equal([
      'card',
      2,
      'card',
    ]);
  });

  it('leave the light DOM and foreign attributes alone', async () => {
    const element = place(
      '<outage-status id="x" class="y"><a href="#">Kik status</a></outage-status>',
    );
    await element.updateComplete;
    expect(element.innerHTML).to.equal('<a href="#">Kik status</a>');
    expect([...element.attributes].map(({ name }) => name).toSorted()).to.deep.equal([
      'class',
      'id',
    ]);
  });

  it('do not mind that the element is defined twice', () => {
    expect(() => OutageStatusElement.define()).not.to.throw();
    class SecondCopy extends OutageStatusElement {}
    SecondCopy.define('outage-status');
    expect(customElements.get('outage-status')).to.equal(OutageStatusElement);
  });
});
