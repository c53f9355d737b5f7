import { expect } from '@open-wc/testing';
import { paintFirst } from '../../src/element/first-paint.js';
import { fullFeed } from '../feed/feed-fixture.js';
import { scriptFeed } from '../support/feed-server.client.js';

const KIK = 'v1/services/kik/status.json';

/** Values of which at least one differs from a property's first one, whatever its type. */
const ODD_VALUES = `
  7px | 3 | 0.5 | 150% | red | none | hidden | auto | normal | all | uppercase | italic | 900 |
  50% | small-caps | condensed | right | justify | pre | nowrap | break-all | anywhere | wait |
  rtl | vertical-rl | upright | collapse | hide | dot | under | over | inside | square |
  "«" "»" | "smcp" 1 | "wght" 200 | "TRK" | 3px 2px red | round | middle | evenodd | linearrgb |
  optimizespeed | antialiased | no-common-ligatures | no-contextual | oldstyle-nums | jis78 |
  sub | historical-forms | dark | first | allow-end | stable | balance | manual | bottom |
  stroke | pixelated | exact | thin | red blue | compact | inter-word | each-line | emoji |
  sans-serif | spell-out | digits | allow-keywords | standard | no-autospace | trim-start |
  space-all | url("#a") | "-" | 4 2 2 | economy | strict | alternate | inter-character |
  numbers | lowercase | break-spaces | preserve | bevel | disc | read-write | element |
  block-axis | light | 0 | 1px | 100px | blue | 200% | start | center | end | break-word | off
`
  .split('|')
  .map((value) => value.trim());

/** Properties of this browser that CSS passes on, each with a value other than its own first one. */
function listInherited(): [name: string, value: string][] {
  const outer = document.createElement('div');
  const inner = document.createElement('div');
  outer.append(inner);
  document.body.append(outer);
  const innerStyle = getComputedStyle(inner);
  const outerStyle = getComputedStyle(outer);
  const found: [string, string][] = [];
  for (const name of new Set([...innerStyle, '-webkit-text-stroke-width', 'text-emphasis-style'])) {
    if (name.startsWith('--')) continue;
    const before = innerStyle.getPropertyValue(name);
    for (const value of ODD_VALUES) {
      outer.style.setProperty(name, value);
      const passedOn = innerStyle.getPropertyValue(name);
      const isPassedOn = passedOn !== before && passedOn === outerStyle.getPropertyValue(name);
      outer.style.removeProperty(name);
      if (!isPassedOn) continue;
      // Sizes that follow the element's own box only look passed on.
      outer.style.setProperty(name, value);
      inner.style.setProperty(name, 'initial');
      const isByInheritance = innerStyle.getPropertyValue(name) === before;
      inner.style.removeProperty(name);
      outer.style.removeProperty(name);
      if (isByInheritance) found.push([name, value]);
      break;
    }
  }
  outer.remove();
  return found;
}

async function readComingThrough(): Promise<string[]> {
  const text = await (await fetch('/docs/styling.md')).text();
  const [, table] = /## What comes through\n([^]*?)\n## /.exec(text)!;
  return [...table!.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name!);
}

const SEEN =
  '.card, .badge, .service, .summary, .count, .count strong, li, button, a, .voice, input, label, summary, th, .hidden';

/** One property of every part, and the size of the whole. */
const look = (element: HTMLElement, name: string) => ({
  values: [...element.shadowRoot!.querySelectorAll(SEEN)]
    .filter((part) => !part.matches('.bone *'))
    .map((part) => `${part.className} ${getComputedStyle(part).getPropertyValue(name)}`),
  height: Math.round(element.getBoundingClientRect().height),
  overflow: element.shadowRoot!.querySelector('.card')?.scrollWidth,
});

const placed: Element[] = [];
const place = (attributes: string): HTMLElement => {
  const holder = document.createElement('div');
  holder.innerHTML = `<outage-status service="kik" lang="en" ${attributes}></outage-status>`;
  document.body.append(holder);
  placed.push(holder);
  const element = holder.firstElementChild as HTMLElement;
  // In a page with vertical lines, the room around it has other sides.
  if (!attributes.includes('badge')) element.style.width = '400px';
  return element;
};

const everywhere = new CSSStyleSheet();

/** Names of the properties that change something of an element when the page sets them. */
function findLeaks(element: HTMLElement, inherited: readonly [string, string][]): string[] {
  const holder = element.parentElement!;
  const isLeak = (properties: typeof inherited): boolean => {
    const seen = () => JSON.stringify(properties.map(([name]) => look(element, name)));
    const styles = properties.map(([name, value]) => `${name}: ${value}`).join(';');
    const before = seen();
    holder.style.cssText = styles;
    const isPassedOn = seen() !== before;
    holder.style.cssText = '';
    everywhere.replaceSync(`* { ${styles} }`);
    const isSet = seen() !== before;
    everywhere.replaceSync('');
    return isPassedOn || isSet;
  };
  // All at once, and one by one only to say which it was.
  return isLeak(inherited)
    ? inherited.filter((property) => isLeak([property])).map(([name]) => name)
    : [];
}

// In this order: once the element is defined, nothing is painted before it any more.
describe('styles of the page around', () => {
  let through: string[];
  let others: [string, string][];
  const feed = { ...fullFeed(), generatedAt: new Date().toISOString() };

  before(async () => {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, everywhere];
    through = await readComingThrough();
    others = listInherited().filter(([name]) => !through.includes(name));
  });
  afterEach(() => placed.splice(0).forEach((holder) => holder.remove()));

  it('are found by trying every property of the browser', () => {
    const names = others.map(([name]) => name);
    const known = `letter-spacing word-spacing text-indent text-transform line-height text-align text-shadow
      font-style font-weight cursor direction list-style-type quotes border-collapse tab-size overflow-wrap
      word-break writing-mode hyphens caret-color fill color`;
    expect(names).to.include.members(known.split(/\s+/));
  });

  for (const variant of ['card', 'badge']) {
    it(`change nothing in the first paint: ${variant}`, () => {
      const element = place(`variant="${variant}"`);
      paintFirst(element, { feed, clockOffsetMs: 0 });
      expect(findLeaks(element, others)).to.deep.equal([]);
    });
  }

  for (const variant of ['card', 'badge']) {
    it(`change nothing in the element with an open panel: ${variant}`, async () => {
      await import('../../src/define.js');
      const server = await scriptFeed({ [KIK]: { body: feed } });
      const element = place(`variant="${variant}" server="${server.baseUrl}"`);
      const root = element.shadowRoot!;
      const until = async (selector: string) => {
        while (!root.querySelector(selector))
          await new Promise((resolve) => requestAnimationFrame(resolve));
        return root.querySelector<HTMLElement>(selector)!;
      };
      if (variant === 'badge') (await until('button.badge')).click();
      for (const panel of ['guide', 'report']) {
        (await until(`#toggle-${panel}`)).click();
        await until(`#panel-${panel}:not(.bone)`);
        expect(findLeaks(element, others), panel).to.deep.equal([]);
      }
    });
  }

  it('come through where the documentation says so', async () => {
    const server = await scriptFeed({ [KIK]: { body: feed } });
    const element = place(`server="${server.baseUrl}"`);
    while (!element.shadowRoot!.querySelector('[part=row]'))
      await new Promise((resolve) => requestAnimationFrame(resolve));
    for (const [name, value] of listInherited().filter(([found]) => through.includes(found))) {
      element.parentElement!.style.setProperty(name, value);
      const [outside, inside] = [
        element.parentElement!,
        element.shadowRoot!.querySelector('.headline')!,
      ].map((around) => getComputedStyle(around).getPropertyValue(name));
      expect(inside, name).to.equal(outside);
      element.parentElement!.style.removeProperty(name);
    }
  });
});
