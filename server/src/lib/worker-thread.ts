import { once } from 'node:events';
import { parentPort, Worker } from 'node:worker_threads';
import { describeCause } from './describe-cause.js';

/** A message from a {@link WorkerThread} to its thread. */
type ThreadMessage<Task> = { readonly task: Task } | 'close';

/** A thread's answer. An error travels as its message and its `code`, empty if it has none. */
type ThreadAnswer<Result> =
  | { readonly result: Result }
  | { readonly failure: { readonly message: string; readonly code: string } };

/** Options of a {@link WorkerThread}. */
export interface WorkerThreadOptions {
  /** The file that the thread runs; it calls `serveTasks`. */
  readonly entry: URL;
  /** Passed to the thread when it starts. */
  readonly workerData: unknown;
  /** The error's message if the thread ends during a task. */
  readonly endedMessage: string;
  /** Starts the thread this long after construction, or earlier with the first task. */
  readonly startAfterMs?: number;
}

interface Waiting<Task, Result> {
  readonly task: Task;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A thread that runs one task at a time. If it ends unexpectedly, its current task fails and the next task starts a new
 * thread. It keeps the process alive while tasks wait, and not while it is idle.
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

  /** Tasks that wait, without the current one. */
  get waitingCount(): number {
    return this.#waiting.length;
  }

  /**
   * Runs a task after the waiting ones. Task and result are copied as by `postMessage`.
   *
   * @throws {Error} The task's error, with its message and `code`; or `endedMessage` if the thread ended.
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

/**
 * Runs the tasks of the {@link WorkerThread} that started this file.
 *
 * @param run Runs one task, of the type that the {@link WorkerThread} declares. If it throws, that task alone fails.
 * @param end Releases the thread's resources before it ends.
 */
export function serveTasks(
  run: (task: unknown) => Promise<unknown>,
  end: () => Promise<void> = async () => undefined,
): void {
  const port = parentPort;
  if (!port) throw new Error('this file is the entry of a thread');
  const answer = async (task: unknown): Promise<ThreadAnswer<unknown>> => {
    try {
      return { result: await run(task) };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      return { failure: { message: describeCause(error), code } };
    }
  };
  const handle = async (message: ThreadMessage<unknown>): Promise<void> => {
    if (message !== 'close') return port.postMessage(await answer(message.task));
    await end();
    port.close();
  };
  port.on('message', (message: ThreadMessage<unknown>) => void handle(message));
}
