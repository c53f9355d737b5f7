import { parentPort } from 'node:worker_threads';
import { describeCause } from './describe-cause.js';

/** A message from a `WorkerThread` to its thread. */
export type ThreadMessage<Task> = { readonly task: Task } | 'close';

/** A thread's answer. An error travels as its message and its `code`, empty if it has none. */
export type ThreadAnswer<Result> =
  | { readonly result: Result }
  | { readonly failure: { readonly message: string; readonly code: string } };

/**
 * Runs the tasks of the `WorkerThread` that started this file.
 *
 * @param run Runs one task, of the type that the `WorkerThread` declares. If it throws, that task alone fails.
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
