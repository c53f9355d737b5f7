/** One scripted answer; see `feed-server.mjs`. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Text as it is; anything else becomes JSON. */
  readonly body?: unknown;
  /** The answer waits for {@link ScriptedFeed.release}. */
  readonly isHeld?: boolean;
  /** The answer is a stream of server-sent events, fed by {@link ScriptedFeed.push}. */
  readonly isStream?: boolean;
}

/** One request as the server saw it. */
interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  /** The connection was gone before the answer was. */
  readonly isAborted: boolean;
}

/** The test's end of one scripted feed server. */
export interface ScriptedFeed {
  /** Base URL with a trailing slash; paths of the script are relative to it. */
  readonly baseUrl: string;
  /** The same, on another origin than the page. */
  readonly crossOriginBaseUrl: string;
  /** What the server has seen so far. */
  look(): Promise<{ requests: SeenRequest[]; streamCount: number }>;
  /** Lets the answers go that are held now. */
  release(): Promise<void>;
  /** Sends a `feed` event to every open stream. */
  push(data: unknown): Promise<void>;
  /** Breaks every open stream. */
  cutStreams(): Promise<void>;
}

const call = async (url: string, method: string, body?: unknown): Promise<unknown> => {
  const response = await fetch(url, {
    method,
    body: body === undefined ? null : JSON.stringify(body),
    cache: 'no-store',
  });
  if (!response.ok)
    throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return response.json();
};

/**
 * Scripts a feed server for one test.
 *
 * @param answers By path below the base URL, e.g. `status.json` or `v1/services/kik/status.json`; of a list, the last repeats.
 */
export async function scriptFeed(
  answers: Record<string, ScriptedAnswer | readonly ScriptedAnswer[]>,
): Promise<ScriptedFeed> {
  const { crossOrigin } = (await call('/__feed', 'GET')) as { crossOrigin: string };
  const path = `/__feed/${crypto.randomUUID()}`;
  await call(path, 'PUT', answers);
  return {
    baseUrl: new URL(`${path}/`, location.href).href,
    crossOriginBaseUrl: `${crossOrigin}${path}/`,
    look: async () => (await call(path, 'GET')) as { requests: SeenRequest[]; streamCount: number },
    release: async () => void (await call(`${path}/release`, 'POST')),
    push: async (data) => void (await call(`${path}/push`, 'POST', { data })),
    cutStreams: async () => void (await call(`${path}/push`, 'POST', { cut: true })),
  };
}
