// Replaces the status that the server wrote with the live widget, once the widget has a status to show.
import '../widget/outage-status.js';

const place = document.querySelector('[data-service]');
if (place) {
  const element = document.createElement('outage-status');
  element.service = place.dataset.service;
  element.server = new URL('..', import.meta.url).href;
  element.variant = 'card';
  element.hidden = true;
  element.theme = document.documentElement.dataset.theme ?? 'auto';
  // Leave out parts that the page itself shows below.
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
