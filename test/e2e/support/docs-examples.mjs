// What a visitor does with the live examples of the documentation site. Every function runs in the page. A busy machine
// is no failure, so they wait long.

/** Sets every attribute by its control, then the tag by its code. */
export async function tryAttributes() {
  const code = () => document.querySelector('.code-box textarea');
  const settle = () => new Promise((resolve) => requestAnimationFrame(() => resolve()));
  const type = async (field, value) => {
    if (field.type === 'checkbox') field.checked = true;
    else field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
  };
  const values = {
    service: 'whatsapp',
    server: 'https://status.example/',
    src: '/demo/vendor/api/v2/summary.json',
    format: 'statuspage',
    refresh: '30',
    lang: 'ar',
    'heading-level': '3',
  };
  const all = {};
  for (const control of document.querySelectorAll('.control')) {
    const name = control.querySelector('code').textContent;
    const field = control.querySelector('input, select');
    const value = field.matches('select') ? field.options[1].value : values[name];
    await type(field, value);
    const widget = document.querySelector('.stage outage-status');
    all[name] = widget.hasAttribute(name) && code().value.includes(` ${name}`);
  }
  await type(code(), '<outage-status service="kik" lang="ar" without-report></outage-status>');
  const widget = document.querySelector('.stage outage-status');
  const typed = [...widget.getAttributeNames()].sort().join(' ');
  await type(code(), '<outage-status color="red"></outage-status>');
  const problem = document.querySelector('.problem').textContent;
  return { all, typed, problem };
}

/** Presses the button for an event. @returns Whether the list then has it. */
export async function causeEvent(name) {
  const count = () =>
    [...document.querySelectorAll('.log code')].filter(({ textContent }) => textContent === name)
      .length;
  const before = count();
  document.querySelector(`[data-causes=${name}]`).click();
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    if (count() > before) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

/** Chooses a part. @returns Whether the element then shows it, in the styles of the example. */
export async function choosePart(name) {
  document.querySelector(`[data-part=${name}]`).click();
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const root = document.querySelector('.stage outage-status')?.shadowRoot;
    const part = root?.querySelector(`[part~=${name}]`);
    if (part?.checkVisibility() && getComputedStyle(part).outlineStyle === 'dashed') return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

/** Chooses a custom state. @returns Whether the element then matches it, and the example says so. */
export async function chooseState(name) {
  document.querySelector(`[data-state=${name}]`).click();
  const widget = () => document.querySelector('.stage outage-status');
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const said = [...document.querySelectorAll('.now code')].map(({ textContent }) => textContent);
    if (widget()?.matches(`:state(${name})`) && said.includes(name))
      return getComputedStyle(widget()).outlineStyle === 'dashed';
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

/** Moves the control of every custom property. @returns The code, and the card's corner radius. */
export async function setProperties() {
  for (const field of document.querySelectorAll('.control input')) {
    field.value = field.type === 'color' ? '#123456' : '2';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(() => resolve()));
  }
  const card = document
    .querySelector('.stage outage-status')
    .shadowRoot.querySelector('[part~=card]');
  const { value: code } = document.querySelector('textarea');
  return { code, radius: getComputedStyle(card).borderRadius };
}

/** The colour of the card. */
export const readSurface = () =>
  getComputedStyle(document.querySelector('outage-status').shadowRoot.querySelector('[part~=card]'))
    .backgroundColor;
