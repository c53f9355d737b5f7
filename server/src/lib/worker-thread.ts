import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadMessage } from './serve-tasks.js';

/** What a {@link WorkerThread} is made of. */
export interface WorkerThreadOptions {
  /** The file that the thread runs; it calls `serveTasks`. */
  readonly entry: URL;
  /** Handed to the thread when it starts. */
  readonly workerData: unknown;
  /** The message of the error when the thread ends in the middle of a task. */
  readonly endedMessage: string;
  /** Starts the thread ahead, so long after this was made; it starts with the first task at the latest. */
  readonly startAfterMs?: number;
}

interface Waiting<Task, Result> {
  readonly task: Task;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A thread that does one task after the other. A thread that has ended by itself fails the task it was at and is replaced
 * with the next one. It keeps the process alive while tasks wait, and not when it is idle.
 */
export class WorkerThread<Task, Result> {
  readonly #options: WorkerThreadOptions;
  readonly #waiting: Waiting<Task, Result>[] = [];
  readonly #startTimer: NodeJS.Timeout | undefined;
  #current: Waiting<Task, Result> | undefined;
  #worker: Worker | undefined;

  constructor(options: WorkerThreadOptions) {
    this.#options = options;
    const { startAfterMs } = options;
    if (startAfterMs === undefined) return;
    this.#startTimer = setTimeout(() => (this.#worker ??= this.#start()), startAfterMs);
    this.#startTimer.unref();
  }

  /** Tasks that wait, without the one being done. */
  get waitingCount(): number {
    return this.#waiting.length;
  }

  /**
   * Does a task, after those that wait. Task and result are copied as `postMessage` does.
   *
   * @throws {Error} What the task threw, as its message and `code`; or that the thread has ended.
   */
  run(task: Task): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      if (!this.#current) this.#next();
    });
  }

  /** Ends the thread. No task may be under way. */
  async close(): Promise<void> {
    clearTimeout(this.#startTimer);
    const worker = this.#worker;
    if (!worker) return;
    const ended = once(worker, 'exit');
    worker.ref();
    this.#post(worker, 'close');
    await ended;
  }

  #next(): void {
    this.#current = this.#waiting.shift();
    if (!this.#current) {
      this.#worker?.unref();
      return;
    }
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#post(this.#worker, { task: this.#current.task });
  }

  #post(worker: Worker, message: ThreadMessage<Task>): void {
    worker.postMessage(message);
  }

  #start(): Worker {
    const { entry, workerData } = this.#options;
    const worker = new Worker(entry, { workerData });
    worker.unref();
    worker.on('message', (answer: ThreadAnswer<Result>) => this.#settle(answer));
    worker.on('error', (cause) => this.#replace(worker, cause));
    worker.on('exit', (code) => this.#replace(worker, new Error(`It ended with ${code}.`)));
    return worker;
  }

  #settle(answer: ThreadAnswer<Result>): void {
    if ('failure' in answer) {
      const { message, code } = answer.failure;
      this.#current?.reject(Object.assign(new Error(message), { code }));
    } else this.#current?.resolve(answer.result);
    this.#next();
  }

  #replace(worker: Worker, cause: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#current?.reject(new Error(this.#options.endedMessage, { cause }));
    this.#next();
  }
}
