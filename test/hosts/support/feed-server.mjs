// The real feed server in demo mode, behind TLS.
import { startServer } from '../../e2e/support/server.mjs';
import { findFreePort } from './free-port.mjs';
import { startSecureProxy } from './secure-proxy.mjs';

/**
 * Starts a feed server that visitors know by an https address.
 *
 * @param folder For its certificate.
 * @returns `url`, without trailing slash; `innerUrl`, the same server without TLS; `certificate`, PEM; `stop()`.
 */
export async function startFeedServer(folder) {
  const proxy = await startSecureProxy(folder);
  const port = await findFreePort();
  const server = await startServer({ PORT: String(port), PUBLIC_URL: proxy.url });
  const innerUrl = `http://127.0.0.1:${port}`;
  proxy.forwardTo(innerUrl);
  return {
    url: proxy.url,
    innerUrl,
    certificate: proxy.certificate,
    async stop() {
      await server.stop();
      await proxy.close();
    },
  };
}
