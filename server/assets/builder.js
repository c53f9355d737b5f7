// Shows every choice at once, and copies. Without this script, the form and selecting by hand do the same.
const TYPING_PAUSE_MS = 250;

const form = document.querySelector('#choices');
const said = document.querySelector('#said');
let asked = new AbortController();
let timer;

const say = (what) => {
  // Emptied first, so that screen readers repeat the same words.
  said.textContent = '';
  requestAnimationFrame(() => (said.textContent = said.dataset[what]));
};

const showCopyButtons = () => {
  for (const button of document.querySelectorAll('[data-copy]')) button.hidden = false;
};

/** The address of the choices; empty ones are left out. */
const readAddress = () => {
  const url = new URL(form.action);
  const chosen = [...new FormData(form)].filter(([, value]) => value !== '');
  url.search = new URLSearchParams(chosen);
  return url;
};

const exchange = (next) => {
  for (const id of ['kinds', 'options']) {
    const [old, fresh] = [document.getElementById(id), next.getElementById(id)];
    // Keeps the fields themselves, and so the focus.
    if (old.dataset.for !== fresh.dataset.for) {
      const { activeElement } = document;
      old.replaceWith(fresh);
      if (old.contains(activeElement)) document.getElementById(activeElement.id)?.focus();
    }
  }
  document.querySelector('#result').replaceWith(next.querySelector('#result'));
  for (const link of next.querySelectorAll('.bar a[hreflang]')) {
    document.querySelector(`.bar a[hreflang="${link.hreflang}"]`).href = link.href;
  }
  showCopyButtons();
};

const update = async () => {
  clearTimeout(timer);
  asked.abort();
  asked = new AbortController();
  const url = readAddress();
  try {
    const response = await fetch(url, { signal: asked.signal });
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    const text = await response.text();
    exchange(new DOMParser().parseFromString(text, 'text/html'));
    history.replaceState(null, '', url);
    say('updated');
  } catch (error) {
    if (error.name !== 'AbortError') say('failed');
  }
};

const copy = async (field) => {
  try {
    await navigator.clipboard.writeText(field.value);
    say('copied');
  } catch {
    // No permission, or no secure context: the older way, which at least selects the text.
    field.focus();
    field.select();
    say(document.execCommand('copy') ? 'copied' : 'selected');
  }
};

form.addEventListener('input', ({ target }) => {
  clearTimeout(timer);
  if (target.id === 'service') timer = setTimeout(() => void update(), TYPING_PAUSE_MS);
  else void update();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void update();
});
document.addEventListener('click', ({ target }) => {
  const id = target.closest('[data-copy]')?.dataset.copy;
  if (id) void copy(document.getElementById(id));
});
showCopyButtons();
