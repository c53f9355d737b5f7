import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Pool } from 'undici';

/** What a report carries as `proof`. */
export interface TestProof {
  readonly challenge: Challenge;
  readonly solution: { readonly counter: number; readonly derivedKey: string };
}

/** Asks for a challenge as a visitor of an address and solves it. */
export async function fetchProof(
  url: string,
  address: string,
  serviceId = 'kik',
): Promise<TestProof> {
  const response = await fetch(`${url}/v1/services/${serviceId}/challenge`, {
    headers: { 'X-Forwarded-For': address },
  });
  if (response.status !== 200) throw new Error(`the challenge is answered ${response.status}`);
  return solve((await response.json()) as Challenge);
}

/** Does the work. */
export async function solve(challenge: Challenge): Promise<TestProof> {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('the challenge was not solved');
  return {
    challenge,
    solution: { counter: solution.counter, derivedKey: solution.derivedKey },
  };
}

/** One report, told in full. */
export interface RawReport {
  readonly address: string;
  readonly origin?: string;
  /** The request's `Host`, where it is not the server's; of a {@link Flood} only. */
  readonly host?: string;
  readonly category?: string;
  readonly key?: string;
  readonly serviceId?: string;
  readonly proof?: unknown;
}

/** Sends it. */
export const sendRaw = (url: string, report: RawReport): Promise<Response> =>
  fetch(`${url}/v1/services/${report.serviceId ?? 'kik'}/reports`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Forwarded-For': report.address,
      Origin: report.origin ?? url,
    },
    body: JSON.stringify({
      category: report.category ?? 'messages',
      idempotencyKey: report.key ?? crypto.randomUUID(),
      proof: report.proof,
    }),
  });

/** Sends many reports over few connections; thirty times cheaper than `fetch`. */
export class Flood {
  readonly #pool: Pool;
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
    this.#pool = new Pool(url, { connections: 16, pipelining: 8 });
  }

  /** Sends a report for each number below a count. Returns how often each status and each answer came. */
  async send(count: number, reportOf: (index: number) => RawReport): Promise<Map<string, number>> {
    const answers = new Map<string, number>();
    await forEachUpTo(count, 128, async (index) => {
      const report = reportOf(index);
      const { address, origin = this.#url, host = new URL(this.#url).host } = report;
      const { category = 'messages', proof } = report;
      const { statusCode, body } = await this.#pool.request({
        path: '/v1/services/kik/reports',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': address,
          origin,
          host,
        },
        body: JSON.stringify({ category, idempotencyKey: crypto.randomUUID(), proof }),
      });
      const { outcome = '' } = (await body.json()) as { outcome?: string };
      const answer = `${statusCode} ${outcome}`.trim();
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    });
    await this.#pool.close();
    return answers;
  }
}

/** Runs a job for each number below a count, a limited number of them at the same time. */
async function forEachUpTo(
  count: number,
  atOnce: number,
  job: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) await job(index);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** How often each outcome was counted, from the server's metrics. */
export async function readOutcomes(url: string): Promise<Record<string, number>> {
  const text = await (await fetch(`${url}/v1/metrics`)).text();
  const found = text.matchAll(/outage_status_reports_total\{outcome="(\w+)"\} (\d+)/g);
  return Object.fromEntries([...found].map(([, outcome, count]) => [outcome, Number(count)]));
}
