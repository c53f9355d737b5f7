import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { StartError } from '../lib/start-error.js';
import type { AnswerFast } from './fast-routes.js';

/** Longer than the 60 s after which proxies usually close idle connections, so that the proxy closes first. */
const KEEP_ALIVE_MS = 65_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** How long current requests may still take when the server stops. */
const GRACE_MS = 10_000;
const SWEEP_MS = 50;

const listenError = (cause: NodeJS.ErrnoException, host: string, port: number): StartError => {
  switch (cause.code) {
    case 'EADDRINUSE':
      return new StartError(
        `PORT: ${port} is already in use on ${host}; choose another one, or 0 for a free one.`,
        { cause, code: 'taken' },
      );
    case 'EACCES':
      return new StartError(`PORT: this user may not listen on ${port}; choose one above 1023.`, {
        cause,
        code: 'forbidden',
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`HOST: ${host} is not an address of this machine.`, { cause });
    default:
      return new StartError(
        `The server cannot listen on ${host}, port ${port}: ${cause.message}.`,
        { cause, code: 'taken' },
      );
  }
};

const toUrl = ({ address, port }: AddressInfo, host: string): string => {
  const everywhere = address === '0.0.0.0' || address === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
};

/** The handlers of the listener's requests. */
export interface Answers {
  /** Tried first. */
  readonly answerFast: AnswerFast;
  /** Handles everything else. */
  readonly app: Hono;
  /** Answers requests that cannot be routed, e.g. with an invalid host. */
  readonly refuse: () => Response;
}

type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown;

/** Listens first and answers once the app exists, so that the app can know its own address. */
export class Listener {
  readonly #server: Server;
  readonly #answer: Promise<Answer>;
  #setAnswers!: (answers: Answers) => void;

  constructor() {
    this.#answer = new Promise((resolve) => {
      this.#setAnswers = ({ app, answerFast, refuse }) => {
        const route = getRequestListener((request, env) => app.fetch(request, env), {
          errorHandler: refuse,
        });
        const answer: Answer = (incoming, outgoing) =>
          answerFast(incoming, outgoing) || route(incoming, outgoing);
        this.#server.removeAllListeners('request').on('request', answer);
        resolve(answer);
      };
    });
    this.#server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (incoming, outgoing) => {
      void this.#answer.then((answer) => answer(incoming, outgoing));
    });
    this.#server.keepAliveTimeout = KEEP_ALIVE_MS;
  }

  /**
   * Starts to listen. Requests wait until {@link serve}.
   *
   * @returns The URL on this machine, without a trailing slash.
   * @throws {StartError} If it cannot listen on this host and port.
   */
  async listen(host: string, port: number): Promise<string> {
    try {
      this.#server.listen(port, host);
      await once(this.#server, 'listening');
    } catch (error) {
      throw listenError(error as NodeJS.ErrnoException, host, port);
    }
    return toUrl(this.#server.address() as AddressInfo, host);
  }

  /** Answers every request from now on, including those that have waited. */
  serve(answers: Answers): void {
    this.#setAnswers(answers);
  }

  /** Stops accepting, waits for current requests, and closes connections that take longer than the grace period. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const cut = setTimeout(() => this.#server.closeAllConnections(), GRACE_MS);
    // A busy connection becomes idle after its answer and would then stay open for the next request.
    const sweep = setInterval(() => this.#server.closeIdleConnections(), SWEEP_MS);
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
    clearInterval(sweep);
    clearTimeout(cut);
  }
}
