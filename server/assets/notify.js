// Lets the visitor subscribe this browser, if it supports push. The server knows this browser's subscriptions; the browser
// keeps the endpoint under which it does, once the visitor has subscribed.
const box = document.querySelector('#notify-push');
const button = box?.querySelector('button');
const select = document.querySelector('#notify-wants');
const status = box?.querySelector('[role=status]');
const { service, key, language, ...texts } = box?.dataset ?? {};

const post = async (action, body) => {
  const response = await fetch(new URL(`../notify/push/${action}`, import.meta.url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.status === 204 ? undefined : response.json();
};

const register = () => navigator.serviceWorker.register(new URL('push-worker.js', import.meta.url));

const findSubscription = async () => {
  const scope = new URL('.', import.meta.url).href;
  const registration = await navigator.serviceWorker.getRegistration(scope);
  return registration?.pushManager.getSubscription();
};

// The same as in `push-worker.js`, which renews the subscription where browsers say that it changes. Others do not say so.
const RECORD = new URL('push-record.json', import.meta.url).href;
const openRecord = () => caches.open('outage-status-push');

const readRecord = async () => {
  try {
    return await (await (await openRecord()).match(RECORD)).json();
  } catch {
    return {};
  }
};

/** Has the server move what it knows of an earlier endpoint to this subscription, and keeps the endpoint. */
const keep = async (subscription) => {
  const { endpoint } = subscription;
  const { endpoint: old } = await readRecord();
  if (old === endpoint) return;
  if (old) await post('renew', { old, subscription });
  await (await openRecord()).put(RECORD, new Response(JSON.stringify({ endpoint, key })));
};

let wanted = false;
const show = (wants) => {
  wanted = wants !== null;
  if (wanted) select.value = wants;
  button.textContent = wanted ? texts.stop : texts.start;
};

/** Waits until a new worker is active, because it cannot subscribe before. */
const activated = async (registration) => {
  const worker = registration.installing ?? registration.waiting;
  if (!worker) return registration;
  await new Promise((resolve) => {
    worker.addEventListener('statechange', () => worker.state === 'activated' && resolve());
    if (worker.state === 'activated') resolve();
  });
  return registration;
};

const subscribe = async () => {
  const { pushManager } = await activated(await register());
  const options = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await pushManager.subscribe(options);
  } catch (error) {
    if (error.name === 'NotAllowedError') return undefined;
    if (error.name !== 'InvalidStateError') throw error;
    // Subscribed under an earlier key of the server.
    await (await pushManager.getSubscription())?.unsubscribe();
    return pushManager.subscribe(options);
  }
};

const start = async () => {
  const subscription = await subscribe();
  if (!subscription) return texts.denied;
  await keep(subscription).catch(() => undefined);
  await post(`${service}/start`, { subscription, wants: select.value, language });
  show(select.value);
  return texts.started;
};

const stop = async () => {
  const subscription = await findSubscription();
  if (subscription) await post(`${service}/stop`, { endpoint: subscription.endpoint });
  show(null);
  return texts.stopped;
};

const run = async (work) => {
  button.disabled = true;
  try {
    status.textContent = await work();
  } catch {
    status.textContent = texts.failed;
  }
  button.disabled = false;
  button.focus();
};

if (box && isSecureContext && 'serviceWorker' in navigator && 'PushManager' in globalThis) {
  button.addEventListener('click', () => void run(wanted ? stop : start));
  select.addEventListener('change', () => {
    if (wanted) void run(start);
  });
  const subscription = await findSubscription().catch(() => undefined);
  if (subscription) await keep(subscription).catch(() => undefined);
  const answer =
    subscription &&
    (await post(`${service}/look`, { endpoint: subscription.endpoint }).catch(() => undefined));
  show(answer?.wants ?? null);
  box.hidden = false;
}

// Safari on iPhones and iPads has push in pages opened from the home screen alone; only there is `standalone` true.
if (box && navigator.standalone === false && !('PushManager' in globalThis)) {
  document.querySelector('#notify-home').hidden = false;
}
