import { setTimeout as sleep } from 'node:timers/promises';
import type { CatalogService } from '../catalog/load-catalog.js';
import { AddressRule } from '../lib/address-rule.js';
import type { Clock } from '../lib/clock.js';
import type { Log } from '../lib/log.js';
import { StartError } from '../lib/start-error.js';
import { createGuardedFetch } from '../official/guarded-fetch.js';
import type { Settings } from '../settings/read-settings.js';
import type { Channel, NotificationStore } from './notification-store.js';
import { findContact } from './contact.js';
import { Deliverer } from './deliver.js';
import { Dispatcher } from './dispatcher.js';
import { readKeyFile } from './key-file.js';
import { Keyring } from './keyring.js';
import { Mailer } from './mailer.js';
import { makeVapidPrivateKey, PushSender, type VapidKeys, vapidKeysOf } from './push-sender.js';
import { SubscriptionDesk } from './subscription-desk.js';
import type { ItemOutcome } from './deliver-item.js';

/** How long the server waits for current messages when it stops. */
const GRACE_MS = 5000;

/** The notifications of a server that is configured to send them. */
export interface Notifier {
  readonly desk: SubscriptionDesk;
  readonly keyring: Keyring;
  readonly dispatcher: Dispatcher;
  /** Whether mails can be sent. */
  readonly sendsMail: boolean;
  /** The public key under which browsers subscribe. */
  readonly pushKey: string;
  /** Allowed addresses of browsers' push services. */
  readonly pushRule: AddressRule;
  /** Starts sending, and logs what is wrong with the mail server, if anything is. */
  start(): void;
  /** Stops sending, and closes the connections to the mail server. */
  close(): Promise<void>;
}

/** Options of {@link createNotifier}. */
export interface NotifierOptions {
  readonly settings: Settings;
  readonly store: NotificationStore;
  readonly catalog: ReadonlyMap<string, CatalogService>;
  readonly now: Clock;
  readonly log: Log;
  readonly publicUrl: () => string | undefined;
  readonly observe: (channel: Channel, outcome: ItemOutcome) => void;
}

const findKey = ({ notifyKey, databaseUrl, dataDir }: Settings): Buffer | undefined => {
  if (notifyKey) return notifyKey;
  // Processes on several machines need the same key; stored in the database that it protects, it would protect nothing.
  return databaseUrl === '' ? readKeyFile(dataDir) : undefined;
};

/** The keys from the settings, or those in the store, which are created on first use. */
const readVapidKeys = async (
  { settings, store }: NotifierOptions,
  keyring: Keyring,
): Promise<VapidKeys> => {
  const sealed = await store.readSecret('vapid', () =>
    keyring.seal('vapid', makeVapidPrivateKey()),
  );
  const kept = keyring.open('vapid', sealed);
  if (kept === undefined) {
    throw new StartError(
      'NOTIFY_KEY: the addresses in the database were encrypted with another key; bring that one back, or empty the tables subscriptions, outbox and secrets.',
    );
  }
  return vapidKeysOf(settings.vapidPrivateKey || kept);
};

const checkMailServer = async (mailer: Mailer, log: Log): Promise<void> => {
  const reason = await mailer.check();
  if (reason !== undefined) log.warn({ reason }, 'SMTP_URL: the mail server takes no mail');
};

/**
 * Makes the parts for notifications. Starts nothing.
 *
 * @returns `undefined` if the settings name no contact, see `findContact`, or no key for push alone.
 * @throws {StartError} If the key is missing or has changed.
 * @throws {StoreError} If the store does not answer.
 */
export async function createNotifier(options: NotifierOptions): Promise<Notifier | undefined> {
  const { settings, store, catalog, now, log, publicUrl, observe } = options;
  const sendsMail = settings.smtpUrl !== '';
  const contact = findContact(settings);
  if (contact === undefined) return undefined;
  const key = findKey(settings);
  if (!key) {
    if (!sendsMail) {
      log.info('NOTIFY_KEY is not set, so browsers are not notified');
      return undefined;
    }
    throw new StartError(
      'NOTIFY_KEY: expected with SMTP_URL and DATABASE_URL, the same everywhere.',
    );
  }
  const keyring = new Keyring(key);
  const keys = await readVapidKeys(options, keyring);
  const rule = new AddressRule(settings.pushNetworks);
  const mailer = sendsMail ? new Mailer(settings.smtpUrl, settings.mailFrom) : undefined;
  const pushSender = new PushSender({ keys, contact, rule, fetch: createGuardedFetch(rule) });
  const deliverer = new Deliverer({ catalog, keyring, mailer, pushSender, publicUrl });
  const dispatcher = new Dispatcher({ store, deliverer, now, log, observe });
  return {
    desk: new SubscriptionDesk({ store, keyring, now, wake: () => dispatcher.wake() }),
    keyring,
    dispatcher,
    sendsMail,
    pushKey: keys.publicKey,
    pushRule: rule,
    start: () => {
      dispatcher.start();
      if (mailer) void checkMailServer(mailer, log);
    },
    close: async () => {
      // Does not wait for a hanging server: unfinished messages are sent again later, under the same Message-ID.
      const grace = new AbortController();
      await Promise.race([
        dispatcher.close(),
        sleep(GRACE_MS, undefined, { signal: grace.signal, ref: false }).catch(() => undefined),
      ]);
      grace.abort();
      mailer?.close();
    },
  };
}
