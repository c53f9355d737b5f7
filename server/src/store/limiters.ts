import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import type { ReportStore } from '../reports/report-store.js';

type OpenLimiter = ReportStore['openLimiter'];

/** Limits of one process: an embedded database has no other. */
export const openMemoryLimiter: OpenLimiter = (name, points, durationSeconds) =>
  new RateLimiterMemory({ keyPrefix: name, points, duration: durationSeconds });

/**
 * Makes limits that all processes on one Postgres share. A key that has used up its points is refused from memory, so
 * that a flood from one address costs the database next to nothing.
 *
 * @param pool The table is made by the migrations.
 */
export const postgresLimiters =
  (pool: Pool): OpenLimiter =>
  (name, points, durationSeconds) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: durationSeconds,
      inMemoryBlockOnConsumed: points + 1,
      insuranceLimiter: openMemoryLimiter(name, points, durationSeconds),
    });
