import { setTimeout as wait } from 'node:timers/promises';

/**
 * Settles like `running`, or rejects after `timeoutMs`; `running` then continues unobserved.
 *
 * @throws {Error} `no answer within … ms`.
 */
export async function withTimeout<T>(running: Promise<T>, timeoutMs: number): Promise<T> {
  const settled = new AbortController();
  const tooLate = wait(timeoutMs, undefined, { signal: settled.signal, ref: false }).then(() => {
    throw new Error(`no answer within ${timeoutMs} ms`);
  });
  try {
    return await Promise.race([running, tooLate]);
  } finally {
    tooLate.catch(() => {});
    settled.abort();
  }
}
