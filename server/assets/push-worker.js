// The service worker of `assets/`. It controls no page; it shows pushed messages, opens the page a message is about, and
// brings the subscriptions along when the browser's push endpoint changes.
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

// What `notify.js` keeps when a visitor subscribes: `{ endpoint, key }`. Many browsers name neither the old subscription nor
// the new one.
const RECORD = new URL('push-record.json', location).href;
const openRecord = () => caches.open('outage-status-push');

const readRecord = async () => {
  try {
    return await (await (await openRecord()).match(RECORD)).json();
  } catch {
    return {};
  }
};

const renew = async ({ oldSubscription, newSubscription }) => {
  const record = await readRecord();
  const old = oldSubscription?.endpoint ?? record.endpoint;
  const key = oldSubscription?.options?.applicationServerKey ?? record.key;
  // Without the old endpoint the server could not find the wishes.
  if (!old || !(newSubscription || key)) return;
  const options = { userVisibleOnly: true, applicationServerKey: key };
  const subscription = newSubscription ?? (await registration.pushManager.subscribe(options));
  const response = await fetch(new URL('../notify/push/renew', location), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ old, subscription }),
  });
  // Otherwise the record still has the old endpoint, and the next visit to the page tries again.
  if (!response.ok || !record.key) return;
  const kept = JSON.stringify({ endpoint: subscription.endpoint, key: record.key });
  await (await openRecord()).put(RECORD, new Response(kept));
};

addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));
