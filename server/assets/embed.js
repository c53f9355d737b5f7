// Reports the height of this frame to the page around it: always in this server's own message, and in WordPress's if it gave
// a secret. Works in the strictest sandbox: no storage, no pop-ups, an origin of `null`. The messages contain a number only.
const own = new URLSearchParams(location.search).get('id') ?? '';
let height = 0;
const readSecret = () => /[#?&]secret=([a-zA-Z0-9]+)/.exec(location.hash)?.[1];

const measure = () => Math.ceil(document.body.getBoundingClientRect().height);

const reportHeight = () => {
  // Measured when reported, because a frame out of view may be asked before its observer has run.
  height = measure();
  parent.postMessage({ type: 'outage-status:resize', v: 1, id: own, height }, '*');
  const secret = readSecret();
  if (secret) parent.postMessage({ message: 'height', value: height, secret }, '*');
};

// At once, as WordPress hides the frame until it has spoken, and Chromium often runs no observer in a hidden frame.
reportHeight();
new ResizeObserver(() => {
  if (measure() !== height) reportHeight();
}).observe(document.body);

// WordPress may give its secret only after this frame has loaded; newer versions announce when they are ready.
addEventListener('hashchange', reportHeight);
addEventListener('message', (event) => {
  if (event.source !== parent || event.data === null || typeof event.data !== 'object') return;
  if (event.data.message === 'ready' || event.data.type === 'outage-status:ask') reportHeight();
});

const link = document.querySelector('#full');
if (link && self.origin === 'null') {
  // The sandbox cannot open pages: show the address as text. A click asks WordPress to go there.
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
