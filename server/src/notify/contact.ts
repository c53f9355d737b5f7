import type { Settings } from '../settings/read-settings.js';

/**
 * How mail and push services reach the operator, which the latter insist on: a `mailto:` or https URL. Where there is none, nobody can be
 * notified of anything; a mail server is never without `MAIL_FROM`.
 */
export const findContact = ({
  mailFrom,
  publicUrl,
}: Pick<Settings, 'mailFrom' | 'publicUrl'>): string | undefined => {
  if (mailFrom !== '') return `mailto:${/<(.+)>$/.exec(mailFrom)?.[1] ?? mailFrom}`;
  return publicUrl?.startsWith('https:') ? publicUrl : undefined;
};
