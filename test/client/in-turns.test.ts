import { expect } from '@open-wc/testing';
import { inTurns } from '../../src/client/in-turns.js';

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('many who take turns', () => {
  it('start with a few at once, and all have had one turn in order a little later', async () => {
    const seen: number[] = [];
    const everybody = Array.from({ length: 100 }, (_, index) => index);
    inTurns(everybody, (entry) => seen.push(entry));
    expect(seen).to.deep.equal(everybody.slice(0, 16));
    while (seen.length < everybody.length) await nextFrame();
    await nextFrame();
    expect(seen).to.deep.equal(everybody);
  });

  it('are all served at once when they are few', () => {
    const seen: string[] = [];
    inTurns(['one', 'two'], (entry) => seen.push(entry));
    expect(seen).to.deep.equal(['one', 'two']);
  });

  it('leave out who has left in the meantime', async () => {
    const everybody = new Set(Array.from({ length: 40 }, (_, index) => index));
    const seen: number[] = [];
    inTurns(everybody, (entry) => seen.push(entry));
    everybody.delete(20);
    while (!seen.includes(39)) await nextFrame();
    expect(seen).to.have.length(39);
    expect(seen).to.not.include(20);
  });

  it('stop when they are told to', async () => {
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
