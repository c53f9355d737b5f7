import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { startServer } from '../helpers/test-server.js';

const FILE = join(import.meta.dirname, '../../../docs/prometheus/alerts.yml');

interface Rules {
  readonly groups: { readonly rules: { readonly alert: string; readonly expr: string }[] }[];
}

test('the server exports every metric that the documented alerts use', async (t) => {
  const { url, report } = await startServer(t);
  await report(1);
  const metrics = await (await fetch(`${url}/v1/metrics`)).text();
  const { groups } = parse(await readFile(FILE, 'utf8')) as Rules;
  const rules = groups.flatMap((group) => group.rules);
  assert.ok(rules.length > 5);
  for (const { alert, expr } of rules) {
    for (const [name] of expr.matchAll(/outage_status_\w+/g)) {
      assert.ok(metrics.includes(`# TYPE ${name} `), `${alert}: no metric ${name}`);
    }
  }
});
