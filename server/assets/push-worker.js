// The service worker of `assets/`. It controls no page; it shows pushed messages, and opens the page a message is about.
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
