// The service worker of `assets/`, which controls no page: it shows what the server pushes, and opens the page it is about.
addEventListener('push', (event) => {
  if (!event.data) return;
  const { title, body, url, tag, lang, dir } = event.data.json();
  event.waitUntil(
    registration.showNotification(title, { body, tag, lang, dir, renotify: true, data: { url } }),
  );
});

addEventListener('notificationclick', (event) => {
  event.notification.close();
  const url = new URL(event.notification.data.url);
  if (url.origin !== location.origin) return;
  event.waitUntil(clients.openWindow(url.href));
});
