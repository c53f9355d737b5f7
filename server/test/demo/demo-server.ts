import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { mountDemo } from '../../src/demo/index.js';

/** The project's own demo pages. */
export const DEMO_FOLDER = fileURLToPath(new URL('../../../demo', import.meta.url));

/** No documents are built there. */
const NO_DOCS_FOLDER = join(DEMO_FOLDER, 'no-docs');

/** A running server with nothing but the demo, on a free port. */
export interface DemoServer {
  readonly url: string;
  /** What was logged, oldest first. */
  readonly logged: string[];
  close(): Promise<void>;
}

/** Starts a server with nothing but the demo. Visitors reach it, it believes, at `https://public.example`. */
export async function startDemoServer(
  demoFolder: string = DEMO_FOLDER,
  docsFolder: string = NO_DOCS_FOLDER,
): Promise<DemoServer> {
  const app = new Hono();
  const logged: string[] = [];
  mountDemo(app, {
    demoFolder,
    docsFolder,
    pathPrefix: '',
    publicUrl: 'https://public.example',
    log: { info: (message) => void logged.push(message) },
  });
  const server = await new Promise<ServerType>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(started),
    );
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    logged,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/**
 * Sends a request exactly as written: `fetch` tidies `..` out of paths and sets some headers itself.
 *
 * @returns The answer's status.
 */
export const sendRaw = (
  url: string,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const { method = 'GET', headers = {}, body } = options;
    request({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end(body);
  });
