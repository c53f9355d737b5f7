import { expect } from '@open-wc/testing';
import { letGoOfStreams, takePushSlot } from '../../src/client/push-slots.js';
import { eventually } from './fake-surroundings.js';

/** A script of a frame that takes slots of a host, its name, and posts how many it got. */
const writeScript = async (): Promise<string> => {
  // As text, as a sandboxed frame may not import it.
  const source = await fetch('/src/client/push-slots.ts');
  return `<script type="module">${await source.text()}
    let count = 0;
    for (let number = 0; number < 3; number += 1) {
      if (await takePushSlot(name, () => undefined)) count += 1;
    }
    parent.postMessage({ host: name, count }, '*');
  </script>`;
};

describe('slots for push', () => {
  /** A host of its own, so that no other page of the tests has a slot of it. */
  const makeHost = () => `https://${crypto.randomUUID()}.example`;
  const nothing = () => undefined;

  /** How many slots a frame of this page gets. */
  const countInFrame = async (host: string, sandbox?: string): Promise<unknown> => {
    const frame = document.createElement('iframe');
    if (sandbox) frame.setAttribute('sandbox', sandbox);
    frame.name = host;
    frame.srcdoc = await writeScript();
    const answered = new Promise((resolve) => {
      window.addEventListener('message', function listen({ data }) {
        if (data?.host !== host) return;
        window.removeEventListener('message', listen);
        resolve(data.count);
      });
    });
    document.body.append(frame);
    const count = await answered;
    frame.remove();
    return count;
  };

  it('are two for each host', async () => {
    const [host, other] = [makeHost(), makeHost()];
    const taken = await Promise.all(
      [host, host, host, other].map((one) => takePushSlot(one, nothing)),
    );
    expect(taken.map(Boolean)).to.deep.equal([true, true, false, true]);
    for (const giveBack of taken) giveBack?.();
  });

  it('are free again once given back', async () => {
    const host = makeHost();
    const [first, second] = [await takePushSlot(host, nothing), await takePushSlot(host, nothing)];
    expect(await takePushSlot(host, nothing)).to.equal(undefined);
    first!();
    let third: (() => void) | undefined;
    // The browser takes a moment to give a lock back.
    await eventually(async () => (third = await takePushSlot(host, nothing)) !== undefined);
    second!();
    third!();
  });

  it('are shared with the frames of the same origin', async () => {
    const host = makeHost();
    const first = await takePushSlot(host, nothing);
    expect(await countInFrame(host)).to.equal(1);
    first!();
    await eventually(async () => (await countInFrame(host)) === 2);
  });

  it('are none in a frame of opaque origin', async () => {
    expect(await countInFrame(makeHost(), 'allow-scripts')).to.equal(0);
  });

  it('close their streams when a report of this page needs a connection, those of that host only', async () => {
    const [host, other] = [makeHost(), makeHost()];
    const closed: string[] = [];
    const taken = await Promise.all(
      [host, other].map((one) => takePushSlot(one, () => closed.push(one))),
    );
    letGoOfStreams(host);
    expect(closed).to.deep.equal([host]);
    for (const giveBack of taken) giveBack?.();
    letGoOfStreams(host);
    expect(closed).to.have.length(1);
  });
});
