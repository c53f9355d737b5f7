import type { z } from 'zod';
import type { Setting } from './setting.js';
import { SETTING_TABLE } from './setting-table.js';

type SettingKey = keyof typeof SETTING_TABLE;

/** The checked settings; units as in {@link SETTING_TABLE}. */
export type Settings = {
  readonly [Key in SettingKey]: z.output<(typeof SETTING_TABLE)[Key]['schema']>;
};

/** A setting is invalid. The message is one sentence with the setting, the expected value and the value found. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Environment variables: name to text. */
export type Environment = Readonly<Record<string, string | undefined>>;

const entries = Object.entries(SETTING_TABLE) as [SettingKey, Setting<unknown>][];
const names = new Set(entries.map(([, definition]) => definition.name));

/** Whether one letter was dropped, added or changed: true for `DATA_DIRS` and `DATA_DIR`, false for `TRUSTED_PROXY` and `TRUSTED_PROXIES`. */
const isOneLetterOff = (left: string, right: string): boolean => {
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(left.length, right.length) - start &&
    left.at(-1 - end) === right.at(-1 - end)
  ) {
    end += 1;
  }
  return Math.max(left.length, right.length) - start - end === 1;
};

const refuseMisspelled = (environment: Environment): void => {
  for (const name of Object.keys(environment)) {
    // Short names (PORT, HOST, DEMO) have innocent neighbours, such as POST; longer ones do not.
    if (names.has(name) || name.length < 7) continue;
    const meant = [...names].find((known) => known.length > 6 && isOneLetterOff(name, known));
    if (meant) throw new SettingsError(`${name} is not a setting; did you mean ${meant}?`);
  }
};

const show = ({ secret }: Setting<unknown>, text: string): string =>
  secret ? 'another value' : JSON.stringify(text.slice(0, 80));

const refuseLoneReplica = ({ databaseUrl, databaseReadUrl }: Settings): void => {
  if (databaseReadUrl !== '' && databaseUrl === '') {
    throw new SettingsError('DATABASE_READ_URL: requires DATABASE_URL, its primary.');
  }
};

const refuseHalfMail = ({ smtpUrl, mailFrom }: Settings): void => {
  if (smtpUrl !== '' && mailFrom === '') {
    throw new SettingsError('MAIL_FROM: expected with SMTP_URL, such as status@example.org.');
  }
};

/**
 * Reads the settings.
 *
 * @param environment E.g. `process.env`. A missing or empty variable gets its default, with `DEMO=1` its demo default.
 * @throws {SettingsError} For the first invalid value, and for a name that differs from a known one by one letter.
 */
export function readSettings(environment: Environment): Settings {
  refuseMisspelled(environment);
  const demo = environment['DEMO'] === '1';
  const settings: Partial<Record<SettingKey, unknown>> = {};
  for (const [key, definition] of entries) {
    const fallback = (demo ? definition.demoFallback : undefined) ?? definition.fallback;
    const text = environment[definition.name]?.trim() || fallback;
    const result = definition.schema.safeParse(text);
    if (!result.success) {
      throw new SettingsError(
        `${definition.name}: expected ${definition.expected}, got ${show(definition, text)}.`,
      );
    }
    settings[key] = result.data;
  }
  refuseHalfMail(settings as Settings);
  refuseLoneReplica(settings as Settings);
  return settings as Settings;
}
