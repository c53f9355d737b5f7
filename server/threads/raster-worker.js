// The thread of server/src/render/raster-thread.ts: takes drawings, gives back PNG. Plain JavaScript, because Node starts a
// thread from a file, and tests run the sources without a build.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';

/** A drawing holds its fonts and pixels, 6 MB that V8 does not see: this thread's own heap is too small to be swept for them. */
const DRAWINGS_PER_SWEEP = 8;
setFlagsFromString('--expose-gc');
const sweep = runInNewContext('gc');
let drawings = 0;

const draw = (svg, scale) =>
  new Resvg(svg, { font: workerData.font, fitTo: { mode: 'zoom', value: scale } }).render().asPng();

parentPort.on('message', ({ svg, scale }) => {
  try {
    parentPort.postMessage({ png: draw(svg, scale) });
  } catch (error) {
    parentPort.postMessage({ error: String(error) });
  }
  drawings += 1;
  if (drawings % DRAWINGS_PER_SWEEP === 0) sweep();
});
