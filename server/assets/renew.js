// Keeps the compact frame current: it fetches its own page every minute while it is visible, unless the visitor paused it.
// If no answer has come by the time the status expires, it shows that the status is unknown.
const PERIOD_MS = 60_000;
const stale = document.querySelector('#stale');
const limitMs = Number(stale?.dataset.afterSeconds) * 1000;
let renewedAtMs = Date.now();
let paused = false;

const show = (card) => document.querySelector('.card').replaceWith(card);

/** A paused or offline frame expires, too. */
const showStale = () => {
  if (Date.now() - renewedAtMs > limitMs) show(stale.content.firstElementChild.cloneNode(true));
};

const renew = async () => {
  if (document.hidden) return;
  if (paused) return showStale();
  try {
    const response = await fetch(location.href);
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    show(
      new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('.card'),
    );
    renewedAtMs = Date.now();
  } catch {
    showStale();
  }
};

const button = document.querySelector('#pause');
button.hidden = false;
button.addEventListener('click', () => {
  paused = !paused;
  button.textContent = paused ? button.dataset.resume : button.dataset.pause;
  void renew();
});

setInterval(() => void renew(), PERIOD_MS);
document.addEventListener('visibilitychange', () => void renew());
