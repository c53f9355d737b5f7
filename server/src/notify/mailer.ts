import { createTransport, type SendMailOptions } from 'nodemailer';
import { isTlsFailure } from '../lib/tls-failure.js';
import type { Delivery } from './delivery.js';

const TIMEOUT_MS = 20_000;
const MAX_CONNECTIONS = 3;

/** One mail, ready to go. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** With angle brackets; the same for every try, so that mail programs show a repeated one once. */
  readonly messageId: string;
  /** When the message was queued, epoch milliseconds. */
  readonly dateMs: number;
  /** URL that ends the subscription on POST; missing while there is no subscription. */
  readonly unsubscribeUrl?: string;
}

const headersOf = ({ unsubscribeUrl }: Mail): Record<string, string> => ({
  // https://www.rfc-editor.org/rfc/rfc3834: asks automatic replies not to answer.
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  // https://www.rfc-editor.org/rfc/rfc8058
  ...(unsubscribeUrl && {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }),
});

// The codes are those of https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1, where 5xx is permanent. Only errors about this
// recipient or mail count as permanent; the operator can fix others, such as a wrong password.
const describeFailure = (error: unknown): Delivery => {
  const { code, responseCode } = error as MailError;
  const aboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const forGood = aboutMail && responseCode !== undefined && responseCode >= 500;
  return { outcome: forGood ? 'refused' : 'failed', reason: describeReason(error as MailError) };
};

/** nodemailer's error; `originalCode` is that of the socket or of TLS. */
interface MailError {
  readonly code?: string;
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

const describeReason = ({ code, originalCode, responseCode, command }: MailError): string =>
  [code, originalCode, responseCode, command].filter((part) => part !== undefined).join(' ') ||
  'unknown';

const CERTIFICATE_ADVICE =
  'its certificate is not trusted; start with NODE_EXTRA_CA_CERTS=/path/to/ca.pem, or append ?tls.rejectUnauthorized=false to SMTP_URL, or ?ignoreTLS=true for smtp: without encryption';

/** Hands mails to an SMTP server over a few persistent connections. */
export class Mailer {
  readonly #transport: ReturnType<typeof createTransport>;
  readonly #from: string;

  /**
   * @param smtpUrl `smtps://user:password@host:port`, or `smtp:`, which upgrades to TLS if the server offers it.
   * @param from `Name <address>` or an address.
   */
  constructor(smtpUrl: string, from: string) {
    this.#from = from;
    this.#transport = createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: MAX_CONNECTIONS,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as Parameters<typeof createTransport>[0]);
  }

  /**
   * Connects to the mail server once, with the login, and sends nothing.
   *
   * @returns What is wrong, and what the operator can do about it; `undefined` if the server is ready. No address.
   */
  async check(): Promise<string | undefined> {
    try {
      await this.#transport.verify();
      return undefined;
    } catch (error) {
      const reason = describeReason(error as MailError);
      return isTlsFailure((error as MailError).originalCode)
        ? `${reason}: ${CERTIFICATE_ADVICE}`
        : reason;
    }
  }

  /** Sends one mail. Never rejects; a failure's reason contains no address. */
  async send(mail: Mail): Promise<Delivery> {
    const options: SendMailOptions = {
      from: this.#from,
      // As an object, so that the text cannot be parsed as a list of addresses.
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: mail.messageId,
      date: new Date(mail.dateMs),
      headers: headersOf(mail),
    };
    try {
      await this.#transport.sendMail(options);
      return { outcome: 'sent' };
    } catch (error) {
      return describeFailure(error);
    }
  }

  /** Closes the connections. */
  close(): void {
    this.#transport.close();
  }
}
