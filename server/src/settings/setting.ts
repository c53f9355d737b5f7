import * as z from 'zod';
import { AddressRule } from '../lib/address-rule.js';

/** One setting: how it is called outside, what it accepts, what it does. The one source for parser, usage and docs. */
export interface Setting<Value> {
  /** Name of the environment variable. */
  readonly name: string;
  /** Unit of the value, for the table; empty for none. */
  readonly unit: string;
  /** What stands when the variable is missing or empty, as it would be written. */
  readonly fallback: string;
  /** The same in demo mode, where it differs. */
  readonly demoFallback?: string;
  /** What an accepted value is, to end the sentence "expected …". */
  readonly expected: string;
  /** What it does, one sentence. */
  readonly effect: string;
  /** Its value is never repeated in a message. */
  readonly secret?: true;
  /** From the text of the variable to its value; any issue means "not accepted". */
  readonly schema: z.ZodType<Value, string>;
}

/** A definition, with the type of its value. */
export const setting = <Value>(definition: Setting<Value>): Setting<Value> => definition;

/** A number, fractions included. */
export const numeric = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum));

/** A whole number. */
export const whole = (minimum: number, maximum: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(minimum).max(maximum));

/** Items separated by commas; white space around them is dropped. */
export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

/** Whether all of them are CIDR ranges. */
export const areNetworks = (networks: string[]): boolean => {
  try {
    return new AddressRule(networks) instanceof AddressRule;
  } catch {
    return false;
  }
};
