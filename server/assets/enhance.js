// Puts the live widget in the place of the status that the server wrote, as soon as it has something to show.
import '../widget/outage-status.js';

const place = document.querySelector('[data-service]');
if (place) {
  const element = document.createElement('outage-status');
  element.service = place.dataset.service;
  element.server = new URL('..', import.meta.url).href;
  element.variant = 'card';
  element.hidden = true;
  element.theme = document.documentElement.dataset.theme ?? 'auto';
  // What the page itself says below is not said twice.
  element.withoutGuide = document.body.className === 'page';
  element.addEventListener(
    'outage-load',
    () => {
      element.hidden = false;
      place.remove();
    },
    { once: true },
  );
  place.after(element);
}
