import { PALETTE, STATUS_COLORS } from 'outage-status/model';
import type { StatusView } from './status-view.js';

/** The description of a badge for shields.io. */
export interface ShieldsEndpoint {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly isError?: true;
}

/**
 * Describes the badge in the format of shields.io's `endpoint` badge.
 *
 * @param label Replaces the service's name.
 * @see https://shields.io/badges/endpoint-badge
 */
export const describeShield = (view: StatusView, label?: string): ShieldsEndpoint => ({
  schemaVersion: 1,
  label: label ?? view.name,
  message: view.statusText,
  color: PALETTE[STATUS_COLORS[view.status]].light.slice(1),
  ...(view.feed ? {} : { isError: true }),
});
