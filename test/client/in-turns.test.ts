import { expect } from '@open-wc/testing';
import { inTurns, takeTurn } from '../../src/client/in-turns.js';

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('listeners called in turns', () => {
  it('start with a few at once, and the rest follow in order a little later', async () => {
    const seen: number[] = [];
    const everybody = Array.from({ length: 100 }, (_, index) => index);
    inTurns(everybody, (entry) => seen.push(entry));
    expect(seen).to.deep.equal(everybody.slice(0, 16));
    while (seen.length < everybody.length) await nextFrame();
    await nextFrame();
    expect(seen).to.deep.equal(everybody);
  });

  it('are all called at once when they are few', () => {
    const seen: string[] = [];
    inTurns(['one', 'two'], (entry) => seen.push(entry));
    expect(seen).to.deep.equal(['one', 'two']);
  });

  it('are skipped when they have left in the meantime', async () => {
    const everybody = new Set(Array.from({ length: 40 }, (_, index) => index));
    const seen: number[] = [];
    inTurns(everybody, (entry) => seen.push(entry));
    everybody.delete(20);
    while (!seen.includes(39)) await nextFrame();
    expect(seen).to.have.length(39);
    expect(seen).to.not.include(20);
  });

  it('stop on request', async () => {
    const seen: number[] = [];
    const stop = inTurns(
      Array.from({ length: 40 }, (_, index) => index),
      (entry) => seen.push(entry),
    );
    stop();
    await nextFrame();
    await nextFrame();
    expect(seen).to.have.length(16);
  });
});

describe('takeTurn', () => {
  it('lets a few callers begin together, and the others in turns, in the order they came', async () => {
    const seen: number[] = [];
    for (let index = 0; index < 100; index += 1) takeTurn(() => seen.push(index));
    expect(seen, 'no call before the caller has finished').to.have.length(0);
    await Promise.resolve();
    await Promise.resolve();
    expect(seen).to.have.length(16);
    while (seen.length < 100) await nextFrame();
    expect(seen).to.deep.equal(Array.from({ length: 100 }, (_, index) => index));
  });

  it('queues a caller that comes while the others have their turns', async () => {
    const seen: string[] = [];
    for (let index = 0; index < 40; index += 1) takeTurn(() => seen.push('early'));
    await Promise.resolve();
    await Promise.resolve();
    takeTurn(() => seen.push('late'));
    while (!seen.includes('late')) await nextFrame();
    expect(seen.indexOf('late')).to.equal(40);
  });

  it('begins afresh once its queue is empty', async () => {
    const seen: string[] = [];
    await new Promise<void>(takeTurn);
    seen.push('first');
    await new Promise<void>(takeTurn);
    seen.push('second');
    expect(seen).to.deep.equal(['first', 'second']);
  });
});
