import type { TestContext } from 'node:test';
import { parseFeed, type Feed } from 'outage-status/feed';

/** One open event stream. */
export interface EventReader {
  readonly response: Response;
  /** Resolves with the first feed, among those received and those to come, that is accepted; fails after 10 s. */
  waitForFeed(accept: (feed: Feed) => boolean): Promise<Feed>;
  /** Everything received so far, as text. */
  readonly text: () => string;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
}

const describe = ({ status, since, verdict, community, incidents }: Feed): string =>
  `${status} since ${since}, ${verdict}, ${community?.reportCount} reports, newest incident ended ${incidents[0]?.endedAt}`;

/** Opens an event stream; it is closed with the test. */
export async function readEvents(test: TestContext, url: string): Promise<EventReader> {
  const stop = new AbortController();
  test.after(() => stop.abort());
  const response = await fetch(url, { signal: stop.signal });
  let text = '';
  const feeds: Feed[] = [];
  let notify: () => void = () => undefined;
  const read = async (): Promise<void> => {
    let frameStart = 0;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += new TextDecoder().decode(chunk);
      for (
        let end = text.indexOf('\n\n', frameStart);
        end >= 0;
        end = text.indexOf('\n\n', frameStart)
      ) {
        const data = /^data: (.*)$/m.exec(text.slice(frameStart, end))?.[1];
        if (data !== undefined) feeds.push(parseFeed(JSON.parse(data)));
        frameStart = end + 2;
      }
      notify();
    }
  };
  const ended = read().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  // A test that awaits it gets the error; for other tests a killed server is no failure.
  ended.catch(() => undefined);
  return {
    response,
    text: () => text,
    ended,
    waitForFeed: (accept) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () =>
            reject(new Error(`no such feed in 10 s; received:\n${feeds.map(describe).join('\n')}`)),
          10_000,
        );
        notify = () => {
          const found = feeds.find(accept);
          if (!found) return;
          clearTimeout(timer);
          resolve(found);
        };
        notify();
      }),
  };
}
