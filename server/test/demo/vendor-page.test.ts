import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { sendRaw, startDemoServer, type DemoServer } from './demo-server.js';

/** The part of a Statuspage v2 summary that the tests look at. */
interface Summary {
  readonly page: { readonly name: string; readonly url: string };
  readonly status: { readonly indicator: string; readonly description: string };
  readonly components: readonly { readonly status: string }[];
  readonly incidents: readonly { readonly impact: string; readonly started_at: string }[];
  readonly scheduled_maintenances: readonly { readonly status: string }[];
}

describe('the stand-in vendor', () => {
  let demo: DemoServer;
  beforeEach(async () => {
    demo = await startDemoServer();
  });
  afterEach(() => demo.close());

  const tell = (body: string, headers: Record<string, string> = {}): Promise<number | undefined> =>
    sendRaw(demo.url, '/demo/vendor/state', { method: 'PUT', body, headers });
  const readSummary = async (): Promise<Summary> =>
    (await (await fetch(`${demo.url}/demo/vendor/api/v2/summary.json`)).json()) as Summary;
  const readState = async (): Promise<string> => {
    const answer = await fetch(`${demo.url}/demo/vendor/state`);
    return ((await answer.json()) as { state: string }).state;
  };
  const tellAndRead = async (state: string): Promise<Summary> => {
    assert.equal(await tell(JSON.stringify({ state })), 200);
    assert.equal(await readState(), state);
    return readSummary();
  };

  it('starts with all systems operational, and names itself a stand-in', async () => {
    const summary = await readSummary();
    assert.deepEqual(Object.keys(summary), [
      'page',
      'status',
      'components',
      'incidents',
      'scheduled_maintenances',
    ]);
    assert.equal(summary.page.url, 'https://public.example/demo/vendor/');
    assert.match(summary.page.name, /stand-in/);
    assert.deepEqual(summary.status, { indicator: 'none', description: 'All Systems Operational' });
    assert.ok(summary.components.every(({ status }) => status === 'operational'));
  });

  it('can be read by every page', async () => {
    const answer = await fetch(`${demo.url}/demo/vendor/api/v2/summary.json`);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  });

  it('shows an incident on request, with one start however often it is requested', async () => {
    const summary = await tellAndRead('incident');
    assert.equal(summary.status.indicator, 'major');
    assert.equal(summary.incidents[0]?.impact, 'major');
    assert.equal(summary.components[0]?.status, 'partial_outage');
    assert.deepEqual((await tellAndRead('incident')).incidents, summary.incidents);
    assert.deepEqual(demo.logged, ['demo: the stand-in vendor now says incident']);
  });

  it('shows maintenance on request', async () => {
    const summary = await tellAndRead('maintenance');
    assert.deepEqual(summary.incidents, []);
    assert.equal(summary.scheduled_maintenances[0]?.status, 'in_progress');
    assert.ok(summary.components.every(({ status }) => status === 'under_maintenance'));
  });

  it('is operational again once the incident is resolved', async () => {
    await tellAndRead('incident');
    const summary = await tellAndRead('resolved');
    assert.equal(summary.status.indicator, 'none');
    assert.deepEqual([summary.incidents, summary.scheduled_maintenances], [[], []]);
  });

  it('accepts changes from this machine only', async () => {
    const body = '{"state":"incident"}';
    assert.equal(await tell(body, { 'X-Forwarded-For': '203.0.113.9' }), 403);
    assert.equal(await tell(body, { Forwarded: 'for=203.0.113.9' }), 403);
    assert.equal(await tell(body, { Host: 'rebound.example' }), 403);
    assert.equal(await readState(), 'operational');
  });

  it('refuses states that it does not know', async () => {
    for (const body of ['{"state":"down"}', '{}', 'no json', '']) {
      assert.equal(await tell(body), 400, body);
    }
    assert.equal(await readState(), 'operational');
  });

  it('has servers that answer, and none once they are told not to', async () => {
    const tellServers = (body: string, headers: Record<string, string> = {}) =>
      sendRaw(demo.url, '/demo/vendor/servers', { method: 'PUT', body, headers });
    const answer = (): Promise<Response> => fetch(`${demo.url}/demo/vendor/servers`);
    assert.equal((await answer()).status, 200);
    assert.equal(await tellServers('{"answer":false}', { Host: 'rebound.example' }), 403);
    assert.equal(await tellServers('{"answer":"no"}'), 400);
    assert.equal((await answer()).status, 200);
    assert.equal(await tellServers('{"answer":false}'), 200);
    await assert.rejects(answer());
    assert.equal(await tellServers('{"answer":true}'), 200);
    assert.equal((await answer()).status, 200);
  });
});
