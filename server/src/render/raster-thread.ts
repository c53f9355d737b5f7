import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { THREADS_FOLDER } from '../lib/package-paths.js';
import { RequestError } from '../lib/request-error.js';
import { FONT_OPTIONS } from './fonts.js';

/** More than some twenty seconds of drawing is not worth waiting for. */
const MAX_WAITING = 500;
const RETRY_AFTER_SECONDS = 20;

/** What the thread answers: one of both. */
interface Answer {
  readonly png?: Uint8Array;
  readonly error?: string;
}

interface Task {
  readonly svg: string;
  readonly scale: number;
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A thread that draws one picture after the other, so that however many are asked for, feeds and pages are answered by the
 * main thread, and compressed by Node's own. Encoding a card takes as long as drawing it, and the engine's own promise does
 * that on the main thread. It starts with the first picture, and again after it has died.
 */
export class RasterThread {
  readonly #waiting: Task[] = [];
  #current: Task | undefined;
  #worker: Worker | undefined;

  /**
   * Draws an SVG as PNG.
   *
   * @param scale Pixels per user unit.
   * @throws {RequestError} `unavailable` when too many wait.
   * @throws {Error} When it is not valid, or the thread died.
   */
  draw(svg: string, scale: number): Promise<Uint8Array> {
    if (this.#waiting.length >= MAX_WAITING) {
      const retry = { retryAfterSeconds: RETRY_AFTER_SECONDS };
      return Promise.reject(
        new RequestError('unavailable', 'Too many pictures are drawn now.', retry),
      );
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ svg, scale, resolve, reject });
      if (!this.#current) this.#next();
    });
  }

  // One at a time: the thread gives memory back between two messages, and not while more of them lie there.
  #next(): void {
    this.#current = this.#waiting.shift();
    if (!this.#current) {
      // The process waits for a picture, and not for the thread.
      this.#worker?.unref();
      return;
    }
    const { svg, scale } = this.#current;
    const worker = (this.#worker ??= this.#start());
    worker.ref();
    worker.postMessage({ svg, scale });
  }

  #start(): Worker {
    const file = join(THREADS_FOLDER, 'raster-worker.js');
    const worker = new Worker(file, { workerData: { font: FONT_OPTIONS } });
    worker.on('message', ({ png, error }: Answer) => {
      if (png) this.#current?.resolve(png);
      else this.#current?.reject(new Error(`A picture could not be drawn: ${error}`));
      this.#next();
    });
    worker.on('error', (cause) => this.#die(worker, cause));
    worker.on('exit', (code) => this.#die(worker, new Error(`It ended with ${code}.`)));
    return worker;
  }

  #die(worker: Worker, cause: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#current?.reject(new Error('The thread that draws pictures died.', { cause }));
    this.#next();
  }
}
