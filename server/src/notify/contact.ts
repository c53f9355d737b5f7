import type { Settings } from '../settings/read-settings.js';

/** Whether a host name may belong to a server on the internet. Apple's push service refuses a contact on localhost. */
const isPublicName = (host: string): boolean =>
  /\.[a-z][a-z\d-]*$/i.test(host) &&
  !/\.(?:localhost|local|localdomain|internal|lan|home|arpa)$/i.test(host);

/**
 * The operator's contact for push services (RFC 8292, section 2.1), a https or `mailto:` URL: the public one of
 * `PUBLIC_URL` and `MAIL_FROM`, the first before the second; otherwise the one there is.
 *
 * @returns `undefined` without either; the server then sends no notifications. With a mail server, `MAIL_FROM` is always
 *   set.
 */
export const findContact = ({
  mailFrom,
  publicUrl,
}: Pick<Settings, 'mailFrom' | 'publicUrl'>): string | undefined => {
  const address = /<(.+)>$/.exec(mailFrom)?.[1] ?? mailFrom;
  const page = publicUrl?.startsWith('https:') ? publicUrl : undefined;
  const mail = address === '' ? undefined : `mailto:${address}`;
  if (page !== undefined && isPublicName(new URL(page).hostname)) return page;
  if (mail !== undefined && isPublicName(address.slice(address.lastIndexOf('@') + 1))) return mail;
  return page ?? mail;
};
