import { expect } from '@open-wc/testing';
import { createRetryingFetch, type RetryRule } from '../../src/client/http.js';

type Answer = () => Promise<Response>;

const status =
  (code: number, headers: HeadersInit = {}): Answer =>
  async () =>
    new Response(null, { status: code, headers });
const lost =
  (text: string): Answer =>
  async () => {
    throw new TypeError(text);
  };

/** A retrying fetch whose tries are answered in turn, and what it asked for. */
const answering = (answers: readonly Answer[], rule: Partial<RetryRule> = {}) => {
  const asked: [unknown, unknown][] = [];
  const send = createRetryingFetch(
    {
      fetch: (input, init) => {
        asked.push([input, init]);
        init?.signal?.throwIfAborted();
        return answers[asked.length - 1]!();
      },
    },
    { tries: 3, afterServerErrors: true, delayMs: () => 0, ...rule },
  );
  return { asked, send };
};

describe('a fetch that tries again', () => {
  it('sends the same request again after a lost connection, whatever the error says', async () => {
    const { asked, send } = answering([lost('Failed to fetch'), lost('wrapped'), status(200)]);
    const init = { method: 'POST', body: '{}' };
    expect((await send('https://status.example/', init)).status).to.equal(200);
    const same = ['https://status.example/', init];
    expect(asked).to.deep.equal([same, same, same]);
  });

  it('rejects as the last try did', async () => {
    const { asked, send } = answering([lost('one'), lost('two')], { tries: 2 });
    const error = await send('/').catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError).with.property('message', 'two');
    expect(asked).to.have.length(2);
  });

  it('returns the last answer of a server that goes on failing', async () => {
    const { asked, send } = answering([status(500), status(502), status(503)]);
    expect((await send('/')).status).to.equal(503);
    expect(asked).to.have.length(3);
  });

  for (const [title, answer, rule] of [
    ['says when to come back', status(503, { 'retry-after': '60' }), {}],
    ['refuses', status(429), {}],
    ['fails, where that is left to others', status(500), { afterServerErrors: false }],
  ] as const) {
    it(`does not ask a server again that ${title}`, async () => {
      const { asked, send } = answering([answer], rule);
      await send('/');
      expect(asked).to.have.length(1);
    });
  }

  it('rejects with the reason as soon as it is aborted, also between two tries', async () => {
    const controller = new AbortController();
    const { asked, send } = answering([lost('gone')], { delayMs: () => 1e6 });
    const sent = send('/', { signal: controller.signal }).catch((reason: unknown) => reason);
    const reason = new Error('closed');
    setTimeout(() => controller.abort(reason));
    expect(await sent).to.equal(reason);
    expect(asked).to.have.length(1);
  });

  it('sends nothing when it was aborted before', async () => {
    const { asked, send } = answering([]);
    const reason = new Error('closed');
    const sent = send('/', { signal: AbortSignal.abort(reason) });
    expect(await sent.catch((error: unknown) => error)).to.equal(reason);
    expect(asked).to.have.length(0);
  });
});
