import * as z from 'zod';
import type { CatalogService } from '../catalog/load-catalog.js';
import { RequestError } from '../lib/request-error.js';
import { proofSchema, type Proof } from './proof-of-work.js';

const idempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/** "It fails for me". `checkReportBody` checks the category against the service. */
export const problemBodySchema = z.strictObject({
  kind: z.literal('problem').optional(),
  category: z.string().max(64),
  idempotencyKey,
  proof: proofSchema.optional(),
});

/** "Works for me again", the opposite vote. */
export const recoveredBodySchema = z.strictObject({
  kind: z.literal('recovered'),
  idempotencyKey,
  proof: proofSchema.optional(),
});

/** The body of a report request. Unknown fields are rejected. */
const reportBodySchema = z.discriminatedUnion('kind', [problemBodySchema, recoveredBodySchema]);

/** A report, or a vote, which has no category. */
export interface ReportBody {
  readonly category: string | null;
  readonly idempotencyKey: string;
  readonly proof: Proof | undefined;
}

const EXPECTED: Readonly<Record<string, string>> = {
  kind: '"problem" (the default) or "recovered"',
  category: 'the id of one of the categories',
  idempotencyKey: '8 to 64 letters, digits, hyphens or underscores, the same for every retry',
  proof:
    'the challenge as it was given, and its solution: {"challenge", "solution": {"counter", "derivedKey"}}',
};

const describeExtra = (field: string, body: unknown): string =>
  field === 'category' && (body as { kind?: unknown }).kind === 'recovered'
    ? 'Send a vote that it works again without a category.'
    : 'Only kind, category, idempotencyKey and proof are accepted.';

/**
 * Checks what a client sent.
 *
 * @param body Unchecked.
 * @throws {RequestError} `invalid`, naming the field.
 */
export function checkReportBody(body: unknown, service: CatalogService): ReportBody {
  const result = reportBodySchema.safeParse(body);
  if (!result.success) {
    const issue = result.error.issues[0];
    const extra = issue?.code === 'unrecognized_keys' ? issue.keys[0]?.slice(0, 64) : undefined;
    const isOfProof = issue?.path[0] === 'proof';
    const path = isOfProof ? 'proof' : (extra ?? issue?.path.map(String).join('.') ?? '');
    const message =
      isOfProof || extra === undefined
        ? `Expected ${EXPECTED[path] ?? 'an object with category and idempotencyKey'}.`
        : describeExtra(extra, body);
    throw new RequestError('invalid', message, path ? { path } : {});
  }
  const { data } = result;
  const { idempotencyKey: key, proof } = data;
  if (data.kind === 'recovered') return { category: null, idempotencyKey: key, proof };
  const ids = service.categories.map(({ id }) => id);
  if (!ids.includes(data.category)) {
    throw new RequestError('invalid', `Expected one of ${ids.join(', ')}.`, { path: 'category' });
  }
  return { category: data.category, idempotencyKey: key, proof };
}
