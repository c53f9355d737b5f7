import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { PushSubscription } from '../../src/notify/push-subscription.js';

/** A browser that is subscribed at a push service, and can read what it is sent. */
export interface Browser {
  readonly subscription: PushSubscription;
  /** Decrypts one body; throws when it was not made for this browser. */
  readonly read: (body: Buffer) => string;
}

/** One record of aes128gcm: salt (16 bytes), record size (4), length of the key id (1), the sender's public key, and the rest. */
const HEADER_BYTES = 21;

/**
 * Makes a browser's side of a subscription.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8291#section-3.4, https://www.rfc-editor.org/rfc/rfc8188
 */
export function makeBrowser(endpoint: string): Browser {
  const own = createECDH('prime256v1');
  own.generateKeys();
  const auth = randomBytes(16);
  const read = (body: Buffer): string => {
    const salt = body.subarray(0, 16);
    const sender = body.subarray(HEADER_BYTES, HEADER_BYTES + (body[20] ?? 0));
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), sender]);
    const secret = Buffer.from(hkdfSync('sha256', own.computeSecret(sender), auth, info, 32));
    const derive = (label: string, length: number): Buffer =>
      Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${label}\0`, length));
    const record = body.subarray(HEADER_BYTES + sender.length);
    const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
    decipher.setAuthTag(record.subarray(-16));
    const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
    // The last record ends with 2, and then zeros.
    return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
  };
  const p256dh = own.getPublicKey('base64url');
  return { subscription: { endpoint, keys: { p256dh, auth: auth.toString('base64url') } }, read };
}

/** What a push service was sent. */
interface Push {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** A stand-in for a push service. */
export interface PushService {
  /** Without a slash at the end. */
  readonly url: string;
  readonly pushes: readonly Push[];
  /** Answers the next messages with these statuses, and 201 afterwards. */
  readonly answerWith: (...statuses: number[]) => void;
}

/** Starts a stand-in on this machine; it ends with the test. */
export async function startPushService(test: TestContext): Promise<PushService> {
  const pushes: Push[] = [];
  const statuses: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      pushes.push({
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks),
      });
      const status = statuses.shift() ?? 201;
      const location = status === 307 ? { Location: '/elsewhere' } : {};
      response.writeHead(status, location).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    pushes,
    answerWith: (...next) => statuses.push(...next),
  };
}

/**
 * Checks the signature by which a server says who it is, as a push service does.
 *
 * @returns What it claims.
 * @throws When it is not signed by the key that the browser subscribed under.
 * @see https://www.rfc-editor.org/rfc/rfc8292
 */
export function readVapid(
  authorization: string,
  publicKey: string,
): { aud: string; exp: number; sub: string } {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? [];
  if (key !== publicKey) throw new Error(`signed by ${key}`);
  const [header = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(publicKey, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const signer = createPublicKey({ key: jwk, format: 'jwk' });
  const genuine = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key: signer, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!genuine) throw new Error('the signature is wrong');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
    aud: string;
    exp: number;
    sub: string;
  };
}
