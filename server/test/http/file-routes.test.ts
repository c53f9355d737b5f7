import assert from 'node:assert/strict';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import { addFiles } from '../../src/http/file-routes.js';
import { makeFolder } from '../helpers/test-server.js';

describe('the widget’s files', () => {
  test('are served with their type and validator, and read again when they change', async (t) => {
    const folder = join(await makeFolder(t), 'cdn');
    await mkdir(folder);
    const file = join(folder, 'outage-status.js');
    await writeFile(file, 'export const version = 1;'.repeat(100));
    const app = new OpenAPIHono();
    addFiles(app, '/widget', folder);
    const first = await app.request('/widget/outage-status.js', {
      headers: { 'Accept-Encoding': 'br' },
    });
    assert.equal(first.status, 200);
    assert.equal(first.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(first.headers.get('content-encoding'), 'br');
    assert.equal(first.headers.get('cache-control'), 'public, no-cache');
    const headers = { 'If-None-Match': first.headers.get('etag') ?? '' };
    assert.equal((await app.request('/widget/outage-status.js', { headers })).status, 304);

    await writeFile(file, 'export const version = 2;');
    await utimes(file, new Date(), new Date(Date.now() + 5000));
    const changed = await app.request('/widget/outage-status.js', { headers });
    assert.equal(await changed.text(), 'export const version = 2;');
  });

  test('come with the notices of the libraries in them, as text', async (t) => {
    const folder = await makeFolder(t);
    await writeFile(join(folder, 'licenses.txt'), 'lit-html 3.3.3 (BSD-3-Clause)');
    const app = new OpenAPIHono();
    addFiles(app, '/widget', folder);
    const answer = await app.request('/widget/licenses.txt');
    assert.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8');
    assert.equal(await answer.text(), 'lit-html 3.3.3 (BSD-3-Clause)');
  });

  test('are only those in the folder', async (t) => {
    const folder = await makeFolder(t);
    await mkdir(join(folder, 'cdn'));
    await writeFile(join(folder, 'secret.js'), 'secret');
    const app = new OpenAPIHono();
    app.onError((error, context) => context.text(error.message, 404));
    addFiles(app, '/widget', join(folder, 'cdn'));
    for (const name of [
      '../secret.js',
      '%2e%2e/secret.js',
      '..%2fsecret.js',
      '/etc/passwd',
      '',
      '.',
      'toString',
    ]) {
      assert.notEqual((await app.request(`/widget/${name}`)).status, 200, name);
    }
  });

  test('answer 404 where the widget was never built', async (t) => {
    const app = new OpenAPIHono();
    app.onError((error, context) => context.text(error.message, 404));
    addFiles(app, '/widget', join(await makeFolder(t), 'nowhere'));
    assert.equal((await app.request('/widget/outage-status.js')).status, 404);
  });
});
