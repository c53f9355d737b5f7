import type { Settings } from '../settings/read-settings.js';

/**
 * The operator's contact for mail and push services, which push services require: a `mailto:` or https URL. Without one
 * the server sends no notifications. With a mail server, `MAIL_FROM` is always set.
 */
export const findContact = ({
  mailFrom,
  publicUrl,
}: Pick<Settings, 'mailFrom' | 'publicUrl'>): string | undefined => {
  if (mailFrom !== '') return `mailto:${/<(.+)>$/.exec(mailFrom)?.[1] ?? mailFrom}`;
  return publicUrl?.startsWith('https:') ? publicUrl : undefined;
};
