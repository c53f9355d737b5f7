import { SETTING_TABLE } from '../settings/setting-table.js';
import type { Setting } from '../settings/setting.js';

const settings: readonly Setting<unknown>[] = Object.values(SETTING_TABLE);

const describeFallback = ({ fallback, demoFallback, unit }: Setting<unknown>): string => {
  const withUnit = (value: string): string => (unit ? `${value} ${unit}` : value);
  const usual = fallback === '' ? 'none' : withUnit(fallback);
  return demoFallback === undefined ? usual : `${usual} (demo: ${withUnit(demoFallback)})`;
};

/** The settings as a Markdown table, for `docs/self-hosting.md`. */
export function describeSettingsAsMarkdown(): string {
  const rows = settings.map(
    (definition) =>
      `| \`${definition.name}\` | ${describeFallback(definition)} | ${definition.expected} | ${definition.effect} |`,
  );
  return ['| setting | default | accepts | what it does |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
}

/** The output of `--help`. */
export function describeUsage(): string {
  const width = Math.max(...settings.map(({ name }) => name.length));
  const lines = settings.flatMap((definition) => [
    `  ${definition.name.padEnd(width)}  ${definition.effect.replaceAll('`', '')}`,
    `  ${' '.repeat(width)}  Default: ${describeFallback(definition)}. Accepts ${definition.expected}.`,
  ]);
  return [
    'outage-status-server: takes reports, decides the status, serves the feed for <outage-status>.',
    '',
    'Usage: outage-status-server [--help | --version]',
    '       outage-status-server import <incidents.json>',
    '       outage-status-server reports [<service> on|off]',
    '',
    'Settings are environment variables:',
    ...lines,
    '',
  ].join('\n');
}
