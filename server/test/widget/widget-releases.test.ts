import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import { addWidgetRoutes } from '../../src/http/widget-routes.js';
import { WidgetReleases } from '../../src/widget/widget-releases.js';
import { makeFolder } from '../helpers/test-server.js';

/** Builds the widget, as it were. */
const build = async (folder: string, text: string): Promise<void> => {
  const integrity = `sha384-${createHash('sha384').update(text).digest('base64')}`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'outage-status.js'), text);
  await writeFile(join(folder, 'outage-status.live.js'), `live of ${text}`);
  await writeFile(join(folder, 'outage-status.js.map'), '{}');
  await writeFile(
    join(folder, 'integrity.json'),
    JSON.stringify({ 'outage-status.js': integrity }),
  );
};

const setUp = async (t: TestContext, version = '1.2.3') => {
  const folder = await makeFolder(t);
  const [installed, archive] = [join(folder, 'cdn'), join(folder, 'data', 'widget')];
  const releases = new WidgetReleases(installed, version, archive);
  const app = new OpenAPIHono();
  app.onError((error, context) => context.text(error.message, 404));
  addWidgetRoutes(app, { widgetFolder: installed, releases });
  const read = async (name: string) => {
    const response = await app.request(`/widget/${name}`);
    return response.status === 200 ? response.text() : response.status;
  };
  return { installed, archive, releases, app, read };
};

describe('widget releases', () => {
  test('are known by version and content, and served for ever', async (t) => {
    const { installed, releases, app, read } = await setUp(t);
    await build(installed, 'one');
    const first = await releases.current();
    assert.match(first?.label ?? '', /^1\.2\.3-[0-9a-f]{8}$/);
    const path = `/widget/${first?.label}/outage-status.js`;
    const { status, headers } = await app.request(path);
    assert.equal(status, 200);
    assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable');
    await releases.keep();

    // Another build of the same version.
    await build(installed, 'two');
    const second = await releases.current();
    assert.notEqual(second?.label, first?.label);
    assert.equal(await read('outage-status.js'), 'two');
    assert.equal(await read(`${second?.label}/outage-status.js`), 'two');
    assert.equal(await read(`${first?.label}/outage-status.js`), 'one');
    assert.equal(await read(`${first?.label}/outage-status.live.js`), 'live of one');
  });

  test('are kept once, whole, and without source maps', async (t) => {
    const { installed, archive, releases } = await setUp(t);
    await build(installed, 'one');
    await Promise.all([releases.keep(), releases.keep(), releases.keep()]);
    const { label = '' } = (await releases.current()) ?? {};
    assert.deepEqual(await readdir(archive), [label]);
    assert.deepEqual((await readdir(join(archive, label))).toSorted(), [
      'integrity.json',
      'outage-status.js',
      'outage-status.live.js',
    ]);
    assert.equal(await readFile(join(archive, label, 'outage-status.js'), 'utf8'), 'one');
  });

  test('are none where the widget is not built, or has no hash', async (t) => {
    const { installed, releases } = await setUp(t);
    assert.equal(await releases.current(), undefined);
    await releases.keep();
    await build(installed, 'one');
    await writeFile(join(installed, 'integrity.json'), '{}');
    assert.equal(await releases.current(), undefined);
  });

  test('cannot be kept where a file is in the way, and the error says so', async (t) => {
    const { installed, archive, releases } = await setUp(t);
    await build(installed, 'one');
    await mkdir(join(archive, '..'), { recursive: true });
    await writeFile(archive, '');
    await assert.rejects(releases.keep(), /EEXIST|ENOTDIR/);
  });

  test('are nothing else on the disk', async (t) => {
    const { installed, archive, read } = await setUp(t);
    await build(installed, 'one');
    await build(join(archive, 'secret'), 'secret');
    await build(join(archive, 'unfinished-1'), 'half');
    for (const name of [
      'secret/outage-status.js',
      'unfinished-1/outage-status.js',
      '1.2.3-00000000/outage-status.js',
      '..%2fsecret/outage-status.js',
      '1.2.3-..%2f..-00000000/outage-status.js',
    ]) {
      assert.equal(await read(name), 404, name);
    }
  });
});
