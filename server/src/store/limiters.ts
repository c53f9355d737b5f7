import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import type { ReportStore } from '../reports/report-store.js';

type OpenLimiter = ReportStore['openLimiter'];

/** Makes limits in memory, for an embedded database, which serves one process. */
export const openMemoryLimiter: OpenLimiter = (name, points, durationSeconds) =>
  new RateLimiterMemory({ keyPrefix: name, points, duration: durationSeconds });

/**
 * Makes limits that all processes on one Postgres share. Memory rejects a key that has used up its points, so a flood
 * from one address costs the database next to nothing.
 *
 * @param pool A pool on a database with the migrated tables.
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
