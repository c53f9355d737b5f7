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
    effect: 'Mail server for notifications, with `MAIL_FROM`; empty means that no mail is sent.',
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
      'Sender of mails, and how push services can reach you; without it they are given an https `PUBLIC_URL`.',
    schema: z.string().refine(isSender),
  }),
  notifyKey: setting({
    name: 'NOTIFY_KEY',
    unit: '',
    fallback: '',
    expected: '64 hexadecimal digits',
    effect:
      'Key that encrypts the addresses of those who are notified; empty means the file `notify.key` in `DATA_DIR`, which is made when missing. Needed with `DATABASE_URL`.',
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
      'Key by which push services know this server; empty means one that is made and kept in the database. With another key every browser must subscribe anew.',
    secret: true,
    schema: z.string().regex(/^([\w-]{43})?$/),
  }),
  pushNetworks: setting({
    name: 'PUSH_NETWORKS',
    unit: '',
    fallback: '',
    expected: 'CIDR ranges such as 10.1.0.0/16, separated by commas',
    effect:
      "Private, loopback or link-local networks in which browsers' push services may be; empty means public addresses only.",
    schema: list.refine(areNetworks),
  }),
} as const;
