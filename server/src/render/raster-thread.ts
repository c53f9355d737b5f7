import { RequestError } from '../lib/request-error.js';
import { WorkerThread } from '../lib/worker-thread.js';
import { FONT_OPTIONS } from './fonts.js';
import type { Drawing } from './raster-worker.js';

/** Most pictures that wait, about twenty seconds of drawing. */
const MAX_WAITING = 500;
const RETRY_AFTER_SECONDS = 20;

/**
 * A thread that draws pictures one at a time, so that the main thread keeps answering feeds and pages, and Node's own threads
 * keep compressing. Encoding a card takes as long as drawing it, and the engine's own asynchronous call encodes on the main
 * thread. The thread starts with the first picture.
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
   * @throws {RequestError} `unavailable` if too many pictures wait.
   * @throws {Error} If the SVG is invalid, or the thread ended.
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
