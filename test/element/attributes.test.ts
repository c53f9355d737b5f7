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

type Name = keyof typeof DEFAULTS;
const NAMES = Object.keys(DEFAULTS) as Name[];
const BOOLEANS = NAMES.filter((name) => DEFAULTS[name] === false);
const TWO_WORDS = NAMES.filter((name) => /[A-Z]/.test(name));

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('the attributes of the element', () => {
  afterEach(clearPage);

  it('all have a property of the same name with this default', () => {
    const element = document.createElement('outage-status');
    const values = Object.fromEntries(NAMES.map((name) => [name, element[name]]));
    expect(values).to.deep.equal(DEFAULTS);
    expect(OutageStatusElement.observedAttributes.toSorted()).to.deep.equal(
      [...NAMES.map(kebab), ...TWO_WORDS.map((name) => name.toLowerCase())].toSorted(),
    );
  });

  const rows = [
    ['service', 'kik', 'kik'],
    ['server', 'https://status.example', 'https://status.example'],
    ['variant', 'badge', 'badge'],
    ['refresh', '120', 120],
    ['refresh', 'off', 'off'],
    ['refresh', 'soon', 60],
    ['refresh', ' ', 60],
    ['refresh', '0', 0],
    ['theme', 'dark', 'dark'],
    ['lang', 'ar', 'ar'],
    ['heading-level', '3', 3],
    ['heading-level', '6', 6],
    ['heading-level', '7', 0],
    ['heading-level', '-1', 0],
    ['heading-level', '2.5', 0],
    ['heading-level', 'Infinity', 0],
    ['heading-level', 'abc', 0],
    ['heading-level', ' 2 ', 2],
    ['variant', ' Badge\n', 'badge'],
    ['variant', 'CARD', 'card'],
    ['variant', 'banner', 'auto'],
    ['theme', 'DARK', 'dark'],
    ['theme', 'dark light', 'auto'],
    ['load', ' Visible', 'visible'],
    ['refresh', ' OFF ', 'off'],
    ['lang', ' ar ', 'ar'],
  ] as const;
  for (const [attribute, text, value] of rows) {
    it(`read ${attribute}="${text}" as ${JSON.stringify(value)}`, () => {
      const element = document.createElement('outage-status');
      element.setAttribute(attribute, text);
      const name = attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      expect(element[name as 'service']).to.equal(value);
    });
  }

  for (const name of BOOLEANS) {
    const attribute = kebab(name);
    it(`read ${attribute} as true for any text but false, and as false without it`, () => {
      const element = document.createElement('outage-status');
      for (const text of ['', 'true', attribute, 'yes', '0']) {
        element.setAttribute(attribute, text);
        expect(element[name], text).to.equal(true);
      }
      for (const text of ['false', 'False', 'FALSE', ' false\n']) {
        element.setAttribute(attribute, text);
        expect(element[name], text).to.equal(false);
      }
      element.setAttribute(attribute, '');
      element.removeAttribute(attribute);
      expect(element[name]).to.equal(false);
    });

    it(`read the property ${name} as its attribute where it is a text, but an empty one as false`, () => {
      const element = document.createElement('outage-status');
      const set = (value: unknown) => {
        Object.assign(element, { [name]: value });
        return element[name];
      };
      for (const value of [true, 'true', attribute, 1, {}]) expect(set(value)).to.equal(true);
      for (const value of [false, 'false', ' False ', '', 0, null, undefined, Number.NaN])
        expect(set(value), String(value)).to.equal(false);
    });
  }

  for (const name of TWO_WORDS) {
    const [attribute, alias] = [kebab(name), name.toLowerCase()] as const;
    const [text, value] = name === 'headingLevel' ? ['3', 3] : ['', true];

    it(`take ${alias} for ${attribute}, as attribute and as property`, () => {
      const element = document.createElement('outage-status');
      element.setAttribute(alias, text);
      expect(element[name]).to.equal(value);
      element.removeAttribute(alias);
      expect(element[name]).to.equal(DEFAULTS[name]);
      Object.assign(element, { [alias]: value });
      expect(element[name]).to.equal(value);
      expect(element[alias as Name]).to.equal(value);
    });

    it(`prefer ${attribute} to ${alias}, whichever comes last`, () => {
      const element = document.createElement('outage-status');
      element.setAttribute(attribute, text);
      element.setAttribute(alias, name === 'headingLevel' ? '5' : 'false');
      expect(element[name]).to.equal(value);
      element.removeAttribute(attribute);
      expect(element[name]).to.equal(name === 'headingLevel' ? 5 : false);
      element.setAttribute(attribute, text);
      element.removeAttribute(alias);
      expect(element[name]).to.equal(value);
    });
  }

  it('are the default where a property is set to something of another type', async () => {
    const hostile = [undefined, null, Symbol('x'), {}, [], Object.create(null), () => 'kik', 5n];
    const element = place('<outage-status></outage-status>');
    const errors: unknown[] = [];
    element.addEventListener('outage-error', ({ error }) => errors.push(error));
    for (const value of hostile) {
      for (const name of NAMES.filter((other) => !BOOLEANS.includes(other))) {
        Object.assign(element, { [name]: value });
        expect(element[name], name).to.equal(DEFAULTS[name]);
      }
      await element.updateComplete;
    }
    expect(errors).to.deep.equal([]);
  });

  it('look the same in any case and with white space around, before the element is defined and after', async () => {
    const looks = [' dark', 'DARK', 'Light '].map(async (theme) => {
      const element = place(`<outage-status theme="${theme}" variant=" BADGE "></outage-status>`);
      await element.updateComplete;
      const { colorScheme, display } = getComputedStyle(element);
      return `${colorScheme} ${display}`;
    });
    expect(await Promise.all(looks)).to.deep.equal([
      'dark inline-flex',
      'dark inline-flex',
      'light inline-flex',
    ]);
  });

  it('take an object that stands for a text', () => {
    const element = document.createElement('outage-status');
    const link = document.createElement('a');
    link.href = 'https://status.example/';
    const set = (name: Name, value: unknown) => {
      Object.assign(element, { [name]: value });
      return element[name];
    };
    for (const name of ['server', 'src'] as const)
      for (const value of [new URL(link.href), link, new String(` ${link.href}`)])
        expect(set(name, value), name).to.equal(link.href);
    expect(set('src', location)).to.equal(location.href);
    expect(set('service', new String('kik'))).to.equal('kik');
    expect(set('variant', new String('Badge'))).to.equal('badge');
    expect(set('refresh', new String('off'))).to.equal('off');
  });

  it('are all taken over from properties that were set before the element was defined', async () => {
    const VALUES: Readonly<Partial<Record<Name, string | number | boolean>>> = {
      variant: 'card',
      refresh: 'off',
      theme: 'dark',
      lang: 'ar',
      load: 'click',
      headingLevel: 2,
    };
    const wanted = Object.fromEntries(
      NAMES.map((name) => [name, VALUES[name] ?? (BOOLEANS.includes(name) || 'x')]),
    );
    const early = document.createElement('late-outage-status') as OutageStatusElement;
    const lowerCase = document.createElement('late-outage-status') as OutageStatusElement;
    Object.assign(early, wanted);
    for (const name of NAMES) Object.assign(lowerCase, { [name.toLowerCase()]: wanted[name] });
    place('<outage-status></outage-status>').parentElement!.append(early, lowerCase);
    class LateElement extends OutageStatusElement {}
    LateElement.define('late-outage-status');
    for (const element of [early, lowerCase]) {
      expect(element).to.be.instanceOf(LateElement);
      await element.updateComplete;
      const values = Object.fromEntries(NAMES.map((name) => [name, element[name]]));
      expect(values).to.deep.equal(wanted);
      expect(NAMES.filter((name) => Object.hasOwn(element, name))).to.deep.equal([]);
      expect(element.getAttribute('variant')).to.equal('card');
    }
  });

  it('keep what was set after the definition over what was set before it', async () => {
    const element = document.createElement('later-outage-status') as OutageStatusElement;
    Object.assign(element, { withoutReport: true, withoutguide: true, headingLevel: 2 });
    place('<outage-status></outage-status>').parentElement!.append(element);
    class LaterElement extends OutageStatusElement {}
    LaterElement.define('later-outage-status');
    element.withoutReport = false;
    Object.assign(element, { withoutguide: false });
    element.setAttribute('heading-level', '3');
    await element.updateComplete;
    const { withoutReport, withoutGuide, headingLevel } = element;
    expect([withoutReport, withoutGuide, headingLevel]).to.deep.equal([false, false, 3]);
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

  it('survive a second definition of the element', () => {
    expect(() => OutageStatusElement.define()).not.to.throw();
    class SecondCopy extends OutageStatusElement {}
    SecondCopy.define('outage-status');
    expect(customElements.get('outage-status')).to.equal(OutageStatusElement);
  });
});
