// Tells the page around this frame how high it is: in our own words always, in WordPress's when it has given a secret.
// Written for the tightest sandbox: no storage, no pop-ups, an origin of `null`. The messages hold nothing but a number.
const own = new URLSearchParams(location.search).get('id') ?? '';
let height = 0;
const readSecret = () => /[#?&]secret=([a-zA-Z0-9]+)/.exec(location.hash)?.[1];

const measure = () => Math.ceil(document.body.getBoundingClientRect().height);

const tell = () => {
  // Measured when it is told: a frame that is not in view yet is asked before its observer has run.
  height = measure();
  parent.postMessage({ type: 'outage-status:resize', v: 1, id: own, height }, '*');
  const secret = readSecret();
  if (secret) parent.postMessage({ message: 'height', value: height, secret }, '*');
};

new ResizeObserver(() => {
  if (measure() !== height) tell();
}).observe(document.body);

// WordPress may give its secret only after this frame has loaded, and newer ones say when they are ready.
addEventListener('hashchange', tell);
addEventListener('message', (event) => {
  if (event.source !== parent || event.data === null || typeof event.data !== 'object') return;
  if (event.data.message === 'ready' || event.data.type === 'outage-status:ask') tell();
});

const link = document.querySelector('#full');
if (link && self.origin === 'null') {
  // Nothing may be opened from here: say where it is, and ask WordPress to go there.
  const address = link.querySelector('.address');
  address.textContent = link.href;
  address.hidden = false;
}
link?.addEventListener('click', (event) => {
  const secret = readSecret();
  if (!secret) return;
  event.preventDefault();
  parent.postMessage({ message: 'link', value: link.href, secret }, '*');
});
