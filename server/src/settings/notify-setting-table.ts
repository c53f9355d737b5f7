import * as z from 'zod';
import { areNetworks, list, setting } from './setting.js';

const isSender = (text: string): boolean =>
  text === '' || /^([^<>"\r\n]{0,100} )?<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/.test(text);

/** The settings of notifications, in the order of the documentation. */
export const NOTIFY_SETTING_TABLE = {
  smtpUrl: setting({
    name: 'SMTP_URL',
    unit: '',
    fallback: '',
    expected: 'a URL such as smtps://user:password@mail.example:465',
    effect:
      'Mail server for notifications; needs `MAIL_FROM`. Empty means that the server sends no mail.',
    secret: true,
    schema: z
      .string()
      .refine((text) => text === '' || (/^smtps?:\/\/./.test(text) && URL.canParse(text))),
  }),
  mailFrom: setting({
    name: 'MAIL_FROM',
    unit: '',
    fallback: '',
    expected: 'an address such as status@example.org or Status <status@example.org>',
    effect:
      'Sender of mails. Your contact for push services is an https `PUBLIC_URL`, or else this address.',
    schema: z.string().refine(isSender),
  }),
  notifyKey: setting({
    name: 'NOTIFY_KEY',
    unit: '',
    fallback: '',
    expected: '64 hexadecimal digits',
    effect:
      "Key that encrypts subscribers' addresses; empty means the file `notify.key` in `DATA_DIR`, created if missing. Required with `DATABASE_URL`.",
    secret: true,
    schema: z
      .string()
      .regex(/^([\da-f]{64})?$/i)
      .transform((text) => (text === '' ? undefined : Buffer.from(text, 'hex'))),
  }),
  vapidPrivateKey: setting({
    name: 'VAPID_PRIVATE_KEY',
    unit: '',
    fallback: '',
    expected: '43 characters of base64url',
    effect:
      'Key that identifies this server to push services; empty means one that the server creates and keeps in the database. After a change of key, every browser must subscribe again.',
    secret: true,
    schema: z.string().regex(/^([\w-]{43})?$/),
  }),
  pushNetworks: setting({
    name: 'PUSH_NETWORKS',
    unit: '',
    fallback: '',
    expected: 'CIDR ranges such as 10.1.0.0/16, separated by commas',
    effect:
      "Private, loopback or link-local networks that may contain browsers' push services; empty means public addresses only.",
    schema: list.refine(areNetworks),
  }),
} as const;
