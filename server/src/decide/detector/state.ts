import { ALL, newMix, type MixState } from './mix.js';
import { newOnset, type OnsetState, type Rise } from './onset.js';
import { newRecovery, type RecoveryState } from './recovery.js';
import { newSeason, type SeasonState } from './season.js';
import { newSeverity, type Level, type SeverityState } from './severity.js';
import { newUnrest, type UnrestState } from './unrest.js';

/** Everything that one service's detector remembers: about 500 numbers, a count that never grows. */
export interface DetectorState {
  /** Version of this layout; `readState` refuses any other. */
  readonly version: 4;
  /** Length of a step. */
  readonly stepSeconds: number;
  /** The step to come, counted since Monday, 5 January 1970, 00:00 UTC. */
  nextStep: number;
  /** Steps for which the detector has known the service. */
  age: number;
  level: Level;
  /** Steps that a problem has been open without a break. */
  openSteps: number;
  /** The last step that the judge announced as the beginning of a problem before the step had ended, -1 for none. */
  announcedStep: number;
  readonly season: SeasonState;
  readonly unrest: UnrestState;
  readonly mix: MixState;
  readonly onset: OnsetState;
  /** The rise that opened the problem, or the last one. */
  readonly opening: { -readonly [Key in keyof Rise]: Rise[Key] };
  readonly recovery: RecoveryState;
  readonly severity: SeverityState;
}

/** How a detector begins. */
export interface DetectorStart {
  /** How many categories the service has, 1 or more. */
  readonly categories: number;
  /** Length of a step: 60, or less in demo mode; divides 900. */
  readonly stepSeconds: number;
  /** The first step. */
  readonly firstStep: number;
  /** Guess of the usual reports an hour; by default `BASELINE.guessPerHour`. */
  readonly guessPerHour?: number;
}

/** The state of a service without any history. */
export const newState = (start: DetectorStart): DetectorState => ({
  version: 4,
  stepSeconds: start.stepSeconds,
  nextStep: start.firstStep,
  age: 0,
  level: 0,
  openSteps: 0,
  announcedStep: -1,
  season: newSeason(start.guessPerHour),
  unrest: newUnrest(start.categories),
  mix: newMix(start.categories),
  onset: newOnset(start.categories),
  opening: { stream: ALL, steps: 0, reports: 0, usual: 0 },
  recovery: newRecovery(),
  severity: newSeverity(),
});

/** Writes a state as text, under 8 kB for 12 categories. Rounds nothing, so that a restart changes no decision. */
export const writeState = (state: DetectorState): string =>
  JSON.stringify(state, (_, value: unknown) =>
    value instanceof Float32Array
      ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
      : value,
  );

/** Fills `empty` from `stored`; false if their shapes differ. */
function fill(empty: Record<string, unknown>, stored: unknown): boolean {
  if (typeof stored !== 'object' || stored === null) return false;
  const values = stored as Record<string, unknown>;
  return Object.entries(empty).every(([key, initial]) => {
    const value = values[key];
    if (initial instanceof Float32Array) {
      if (typeof value !== 'string') return false;
      const bytes = Uint8Array.from(Buffer.from(value, 'base64'));
      if (bytes.byteLength !== initial.byteLength) return false;
      initial.set(new Float32Array(bytes.buffer));
      return initial.every(Number.isFinite);
    }
    if (Array.isArray(initial)) {
      if (!Array.isArray(value) || value.length !== initial.length) return false;
      initial.splice(0, initial.length, ...(value as unknown[]));
      return initial.every(Number.isFinite);
    }
    if (typeof initial === 'object' && initial !== null) {
      return fill(initial as Record<string, unknown>, value);
    }
    if (typeof value !== typeof initial || Number.isNaN(value)) return false;
    empty[key] = value;
    return true;
  });
}

/**
 * Reads a state back.
 *
 * @param start What the state must fit: version, length of a step and number of categories.
 * @returns `undefined` for any other text, such as the memory of an earlier version.
 */
export function readState(text: string, start: DetectorStart): DetectorState | undefined {
  try {
    const state = newState(start);
    const stored = JSON.parse(text) as unknown;
    const fits = fill(state as unknown as Record<string, unknown>, stored);
    const { version, stepSeconds } = state as { version: number; stepSeconds: number };
    return fits && version === 4 && stepSeconds === start.stepSeconds ? state : undefined;
  } catch {
    return undefined;
  }
}
