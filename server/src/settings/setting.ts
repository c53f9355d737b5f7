import * as z from 'zod';
import { AddressRule } from '../lib/address-rule.js';

/** One setting: its name, accepted values and effect. The only source for parser, `--help` and docs. */
export interface Setting<Value> {
  /** Name of the environment variable. */
  readonly name: string;
  /** Unit of the value, for the table; empty for none. */
  readonly unit: string;
  /** The default, in the variable's own notation. */
  readonly fallback: string;
  /** The default in demo mode, if it differs. */
  readonly demoFallback?: string;
  /** The accepted values, to complete the sentence "expected …". */
  readonly expected: string;
  /** The effect of the setting, in a sentence or two. */
  readonly effect: string;
  /** Keeps the value out of messages. */
  readonly secret?: true;
  /** Converts the variable's text to the value; any issue rejects it. */
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

/** Whether all texts are CIDR ranges. */
export const areNetworks = (networks: string[]): boolean => {
  try {
    return new AddressRule(networks) instanceof AddressRule;
  } catch {
    return false;
  }
};
