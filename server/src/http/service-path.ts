const BEFORE_ID = '/v1/services/';

/**
 * Makes the function that reads the service's id from a plain request target: no query, nothing to decode.
 *
 * @param pathPrefix Path under which a proxy exposes the server, without a trailing slash; empty for none. The proxy may
 *   have stripped it.
 * @param afterId E.g. `/status.json`.
 * @returns The id, neither decoded nor checked; `undefined` for another path.
 */
export const servicePathReader =
  (pathPrefix: string, afterId: string) =>
  (url: string): string | undefined => {
    const start = url.startsWith(BEFORE_ID) ? 0 : pathPrefix.length;
    if (start > 0 && !url.startsWith(pathPrefix)) return undefined;
    if (!url.startsWith(BEFORE_ID, start) || !url.endsWith(afterId)) return undefined;
    return url.slice(start + BEFORE_ID.length, -afterId.length);
  };
