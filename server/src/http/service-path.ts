const BEFORE_ID = '/v1/services/';

/**
 * Makes the function that finds the service in a plain request target, without a query and without anything to decode.
 *
 * @param pathPrefix Path under which a proxy shows the server, without a slash at the end; empty for none. It may or may
 *   not have been taken off.
 * @param afterId E.g. `/status.json`.
 * @returns The id as it stands there, which need not be one; `undefined` for another path.
 */
export const servicePathReader =
  (pathPrefix: string, afterId: string) =>
  (url: string): string | undefined => {
    const start = url.startsWith(BEFORE_ID) ? 0 : pathPrefix.length;
    if (start > 0 && !url.startsWith(pathPrefix)) return undefined;
    if (!url.startsWith(BEFORE_ID, start) || !url.endsWith(afterId)) return undefined;
    return url.slice(start + BEFORE_ID.length, -afterId.length);
  };
