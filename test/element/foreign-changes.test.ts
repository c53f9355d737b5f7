import { expect } from '@open-wc/testing';
import type { OutageStatusElement } from '../../src/index.js';
import { scriptFeed, type ScriptedFeed } from '../support/feed-server.client.js';
import {
  calmFeed,
  clearPage,
  freshFeed,
  nextEvent,
  place,
  textOf,
  until,
} from './widget-test-page.js';

const KIK = 'v1/services/kik/status.json';
/** Marks a text that has been translated. */
const TRANSLATED = '\u25C6';

interface Shown {
  readonly element: OutageStatusElement;
  readonly server: ScriptedFeed;
  readonly root: ShadowRoot;
}

/** Shows a calm service, whose next answer is an outage. */
async function show(attributes = '', panel = ''): Promise<Shown> {
  const server = await scriptFeed({
    [KIK]: [
      { body: calmFeed() },
      { body: freshFeed({}, 2) },
      { body: calmFeed({ generatedAt: new Date().toISOString() }) },
    ],
  });
  const element = place(
    `<outage-status service="kik" server="${server.baseUrl}" ${attributes}></outage-status>`,
  );
  await nextEvent(element, 'outage-load');
  const root = element.shadowRoot!;
  if (attributes.includes('badge')) root.querySelector('button')!.click();
  await until(element, () => root.querySelector('[part=actions]'));
  if (panel) {
    root.querySelector<HTMLElement>(`#toggle-${panel}`)!.click();
    await until(element, () => root.querySelector(`#panel-${panel}:not(.bone)`));
    if (panel === 'guide') root.querySelector('details')!.open = true;
  }
  return { element, server, root };
}

const listTexts = (root: Node): Text[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode())
    if ((walker.currentNode as Text).data.trim()) texts.push(walker.currentNode as Text);
  return texts;
};

const font = (...children: (Node | string)[]): HTMLElement => {
  const element = document.createElement('font');
  element.append(...children);
  return element;
};

/** Texts that the second feed changes, without the marks of a translation and white space. */
const read = (root: ShadowRoot): string[] =>
  [
    '.words > :first-child',
    '.header .badge',
    '.summary',
    '[part=since]',
    '.count strong',
    '.first-answer',
  ].map((part) =>
    (root.querySelector(part)?.textContent ?? '').replaceAll(TRANSLATED, '').replaceAll(/\s/g, ''),
  );

/** What an element shows to which nothing was done. */
async function readUntouched(attributes: string, panel: string): Promise<string[]> {
  const { element, root } = await show(attributes, panel);
  await element.refreshNow();
  await until(element, () => element.status === 'partial_outage');
  await element.updateComplete;
  return read(root);
}

const DISTURBANCES: Record<string, (root: ShadowRoot) => void> = {
  'a translator exchanges every text for a <font>': (root) => {
    for (const text of listTexts(root)) text.replaceWith(font(font(TRANSLATED + text.data)));
  },
  'a translator puts every text into a <font>': (root) => {
    for (const text of listTexts(root)) {
      const wrapper = font();
      text.before(wrapper);
      wrapper.append(text);
      text.data = TRANSLATED + text.data;
    }
  },
  'a translator changes every text where it is': (root) => {
    for (const text of listTexts(root)) text.data = TRANSLATED + text.data;
  },
  'a translator translates twice, and gives the first translation up': (root) => {
    for (const text of listTexts(root)) {
      const first = font(TRANSLATED + text.data);
      text.replaceWith(first);
      const second = font(first.cloneNode(true));
      first.replaceWith(second);
      second.replaceWith(font(TRANSLATED + text.data));
    }
  },
  'an extension merges neighbouring texts': (root) => root.normalize(),
  'an extension splits every text': (root) => {
    for (const text of listTexts(root)) text.splitText(Math.ceil(text.length / 2));
  },
  'an extension takes every text away': (root) => {
    for (const text of listTexts(root)) text.remove();
  },
  'an extension takes elements away': (root) => {
    for (const element of root.querySelectorAll('.summary, .count, .voice, li')) element.remove();
  },
  'an extension empties the card': (root) => root.querySelector('.card')!.replaceChildren(),
  'an extension sets the text of whole blocks': (root) => {
    for (const block of root.querySelectorAll<HTMLElement>('.headline, .count, .voices, .footer'))
      block.textContent = 'Another text';
  },
  'an extension removes comments and blank texts': (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
    const nodes: CharacterData[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as CharacterData);
    for (const node of nodes) if (node instanceof Comment || !node.data.trim()) node.remove();
  },
  'an extension adds a translation below every text': (root) => {
    for (const text of listTexts(root)) text.after(font(`${TRANSLATED}${TRANSLATED}`));
  },
};

/** Attributes and the panel that is open. */
const SHOWN = [
  ['variant="card"', ''],
  ['variant="card"', 'guide'],
  ['variant="card"', 'incidents'],
  ['variant="badge"', 'related'],
] as const;

describe('an element whose nodes others have changed', () => {
  /** By the panel that is open. */
  const untouched = new Map<string, string[]>();
  before(async () => {
    for (const [attributes, panel] of SHOWN)
      untouched.set(panel, await readUntouched(attributes, panel));
  });
  afterEach(clearPage);

  for (const [what, disturb] of Object.entries(DISTURBANCES)) {
    for (const [attributes, panel] of SHOWN) {
      it(`shows the newest status after ${what}: ${attributes} ${panel}`, async () => {
        const expected = untouched.get(panel);
        const { element, root } = await show(attributes, panel);
        disturb(root);
        // Once as soon as it is done, and once after the browser has said so.
        await element.refreshNow();
        await until(element, () => element.status === 'partial_outage');
        await element.updateComplete;
        expect(read(root)).to.deep.equal(expected);
        disturb(root);
        await new Promise((resolve) => setTimeout(resolve));
        await element.refreshNow();
        await until(element, () => element.status === 'operational');
        await element.updateComplete;
        expect(read(root)).to.include('NosignofaproblemwithKik.');
      });
    }
  }

  it('keeps a translation where it is still right, through every update', async () => {
    const { element, root } = await show();
    DISTURBANCES['a translator exchanges every text for a <font>']!(root);
    const translation = root.querySelector('#toggle-report font')!;
    for (let update = 0; update < 3; update += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      element.requestUpdate();
      await element.updateComplete;
    }
    expect(root.querySelector('#toggle-report font')).to.equal(translation);
    await element.refreshNow();
    await until(element, () => element.status === 'partial_outage');
    await element.updateComplete;
    expect(textOf(element, '[part=badge]')).to.equal('Partial outage');
    expect(root.querySelector('#toggle-report font')).to.equal(translation);
    expect(textOf(element, '#toggle-report')).to.equal(`${TRANSLATED}Report a problem`);
  });

  it('keeps focus, open steps and the popover', async () => {
    const { element, root } = await show('variant="badge"', 'guide');
    DISTURBANCES['a translator exchanges every text for a <font>']!(root);
    const button = root.querySelector<HTMLElement>('#toggle-guide')!;
    button.focus();
    await element.refreshNow();
    await until(element, () => element.status === 'partial_outage');
    await element.updateComplete;
    expect(root.activeElement).to.equal(button);
    expect(root.querySelector('details')!.open).to.equal(true);
    expect(root.querySelector(':popover-open')).to.not.equal(null);
  });

  it('is not translated in the service’s name', async () => {
    const { root } = await show();
    expect(root.querySelector<HTMLElement>('[part=name]')!.translate).to.equal(false);
  });

  it('leaves the style sheets of other extensions where they are', async () => {
    const { element, root } = await show();
    const style = document.createElement('style');
    root.prepend(style);
    let removals = 0;
    const watch = new MutationObserver((records) => {
      removals += records.filter(({ removedNodes }) => [...removedNodes].includes(style)).length;
    });
    watch.observe(root, { childList: true });
    await element.refreshNow();
    await until(element, () => element.status === 'partial_outage');
    expect([style.parentNode, removals]).to.deep.equal([root, 0]);
  });

  it('does not speak again what it has announced', async () => {
    const { element, root } = await show('announce');
    await element.refreshNow();
    const region = root.querySelector('.card > [role=status]')!;
    await until(element, () => region.textContent);
    region.firstChild!.replaceWith(font(TRANSLATED));
    await new Promise((resolve) => setTimeout(resolve));
    let changes = 0;
    const watch = new MutationObserver((records) => (changes += records.length));
    watch.observe(region, { childList: true, characterData: true, subtree: true });
    element.requestUpdate();
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    expect(changes).to.equal(0);
  });
});
