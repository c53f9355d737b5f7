import { RequestError } from '../lib/request-error.js';
import { WorkerThread } from '../lib/worker-thread.js';
import { FONT_OPTIONS } from './fonts.js';
import type { Drawing } from './raster-worker.js';

/** More than some twenty seconds of drawing is not worth waiting for. */
const MAX_WAITING = 500;
const RETRY_AFTER_SECONDS = 20;

/**
 * A thread that draws one picture after the other, so that however many are asked for, feeds and pages are answered by the
 * main thread, and compressed by Node's own. Encoding a card takes as long as drawing it, and the engine's own promise does
 * that on the main thread. It starts with the first picture.
 */
export class RasterThread {
  readonly #thread = new WorkerThread<Drawing, Uint8Array>({
    entry: new URL('./raster-worker.js', import.meta.url),
    workerData: { font: FONT_OPTIONS },
    endedMessage: 'The thread that draws pictures died.',
  });

  /**
   * Draws an SVG as PNG.
   *
   * @param scale Pixels per user unit.
   * @throws {RequestError} `unavailable` when too many wait.
   * @throws {Error} When it is not valid, or the thread died.
   */
  async draw(svg: string, scale: number): Promise<Uint8Array> {
    if (this.#thread.waitingCount >= MAX_WAITING) {
      throw new RequestError('unavailable', 'Too many pictures are drawn now.', {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
    }
    return this.#thread.run({ svg, scale });
  }
}
