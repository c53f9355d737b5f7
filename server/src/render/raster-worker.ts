import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { workerData } from 'node:worker_threads';
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { serveTasks } from '../lib/worker-thread.js';

/** A picture to draw. */
export interface Drawing {
  readonly svg: string;
  /** Pixels per user unit. */
  readonly scale: number;
}

// The other side is RasterThread.
const { font } = workerData as Required<Pick<ResvgRenderOptions, 'font'>>;

/** A drawing holds fonts and pixels, 6 MB outside V8's heap: this thread's own heap is too small to trigger a collection for them. */
const DRAWINGS_PER_SWEEP = 8;
setFlagsFromString('--expose-gc');
const sweep = runInNewContext('gc') as () => void;
let drawings = 0;

serveTasks(async (task) => {
  const { svg, scale } = task as Drawing;
  drawings += 1;
  // After the answer is sent: the memory is freed between two messages.
  if (drawings % DRAWINGS_PER_SWEEP === 0) setImmediate(sweep);
  try {
    return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: scale } }).render().asPng();
  } catch (error) {
    throw new Error(`A picture could not be drawn: ${String(error)}`, { cause: error });
  }
});
