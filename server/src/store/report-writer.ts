/* oxlint-disable unicorn/require-post-message-target-origin -- a thread has none */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { OldRows } from './purge.js';
import type { NewReport, StoredAnswer } from './store.js';

/** What the thread is asked: to add reports, or to delete some old rows; each is one transaction. */
export type WriteTask =
  | { readonly reports: readonly NewReport[]; readonly voiceWindowMs: number }
  | { readonly oldRows: OldRows };

/** A task with its number. */
export interface WriteRequest {
  readonly id: number;
  readonly task: WriteTask;
}

/** What it answers; an error travels as its text and the driver's code, by which the caller knows what it means. */
export type WriteAnswer =
  | { readonly id: number; readonly result: StoredAnswer[] | number }
  | { readonly id: number; readonly failure: { readonly message: string; readonly code: string } };

/** What the thread is started with. */
export interface WriterData {
  readonly file: string;
  readonly shard: number;
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

const IS_BUILT = !import.meta.url.endsWith('.ts');

function startThread(workerData: WriterData): Worker {
  const built = new URL('./report-writer-thread.js', import.meta.url);
  if (IS_BUILT) return new Worker(built, { workerData });
  // Node 20 does not hand loaders on to threads: from TypeScript, in tests, it has to bring its own.
  const source = built.href.replace(/\.js$/, '.ts');
  return new Worker(
    `import('tsx/esm/api').then(({ register }) => { register(); return import('${source}'); })`,
    { eval: true, workerData },
  );
}

/**
 * Writes reports to the embedded database, and deletes old rows, in a thread of its own, on a connection of its own:
 * SQLite works and the disk syncs there, while this thread goes on answering. A thread that ended by itself, which fails
 * what it was asked, is replaced with the next report.
 */
export class ReportWriter {
  readonly #data: WriterData;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | undefined;
  #lastId = 0;

  /** @param data.file An existing file with all its tables. */
  constructor(data: WriterData) {
    this.#data = data;
    // So that the first report does not wait for it. From TypeScript it takes half a second of work: only where needed.
    if (IS_BUILT) this.#thread = this.#start();
  }

  /**
   * See `Store.addReports`.
   *
   * @throws {Error} The driver's, with its `code`; or that the thread has ended.
   */
  addReports(reports: readonly NewReport[], voiceWindowMs: number): Promise<StoredAnswer[]> {
    return this.#ask({ reports, voiceWindowMs });
  }

  /**
   * See {@link deleteSome}.
   *
   * @throws {Error} As {@link addReports}.
   */
  deleteSome(oldRows: OldRows): Promise<number> {
    return this.#ask({ oldRows });
  }

  /** Lets go of the file. Nothing may be under way. */
  async close(): Promise<void> {
    const thread = this.#thread;
    if (!thread) return;
    const ended = once(thread, 'exit');
    thread.ref();
    thread.postMessage('close');
    await ended;
  }

  #ask<Result extends StoredAnswer[] | number>(task: WriteTask): Promise<Result> {
    const thread = (this.#thread ??= this.#start());
    this.#lastId += 1;
    const request: WriteRequest = { id: this.#lastId, task };
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject });
      thread.ref();
      thread.postMessage(request);
    });
  }

  #start(): Worker {
    const thread = startThread(this.#data);
    thread.unref();
    thread.on('message', (answer: WriteAnswer) => this.#settle(answer));
    let cause: unknown;
    thread.on('error', (error) => (cause = error));
    thread.on('exit', () => this.#end(thread, cause));
    return thread;
  }

  #settle(answer: WriteAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    // An idle thread does not keep the process alive.
    if (this.#waiting.size === 0) this.#thread?.unref();
    if ('result' in answer) waiting?.resolve(answer.result as never);
    else waiting?.reject(Object.assign(new Error(answer.failure.message), answer.failure));
  }

  #end(thread: Worker, cause: unknown): void {
    if (this.#thread === thread) this.#thread = undefined;
    for (const { reject } of this.#waiting.values()) {
      reject(new Error('the thread that writes reports has ended', { cause }));
    }
    this.#waiting.clear();
  }
}
