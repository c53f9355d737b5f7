import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { waitFor } from './test-server.js';

/** A mail as it came over the wire, and as a mail program reads it. */
export interface ReceivedMail {
  readonly recipients: readonly string[];
  readonly source: string;
  readonly parsed: ParsedMail;
}

/** A real SMTP server on this machine that keeps what it is sent. */
export interface MailServer {
  /** For `SMTP_URL`. */
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Recipients that were offered, taken or not. */
  readonly offered: readonly string[];
  /** Refuses the next recipients with these codes, and takes all afterwards. */
  readonly refuseWith: (...codes: number[]) => void;
  /** Waits until that number of mails has come, and returns the last. */
  readonly waitForMail: (count: number) => Promise<ReceivedMail>;
}

/** Starts one; it ends with the test. */
export async function startMailServer(test: TestContext): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const offered: string[] = [];
  const codes: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    // The connections that the sender keeps are not waited for.
    closeTimeout: 1,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, callback) => {
      offered.push(address);
      const code = codes.shift();
      callback(
        code === undefined ? null : Object.assign(new Error('not now'), { responseCode: code }),
      );
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks);
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        void (async () => {
          const parsed = await simpleParser(source);
          mails.push({ recipients, source: source.toString('utf8'), parsed });
          callback();
        })();
      });
    },
  });
  // Connections that are cut are part of the tests.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  test.after(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  );
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    offered,
    refuseWith: (...next) => codes.push(...next),
    waitForMail: (count) =>
      waitFor(`${count} mails`, () => (mails.length >= count ? mails[count - 1] : undefined)),
  };
}

/** The first link in the text of a mail whose address contains a text. */
export const linkIn = ({ parsed }: ReceivedMail, part: string): string => {
  const link = parsed.text?.split(/\s+/).find((word) => word.includes(part));
  if (link === undefined) throw new Error(`no link with ${part} in:\n${parsed.text}`);
  return link;
};
