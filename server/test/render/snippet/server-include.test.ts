import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileFunction } from 'node:vm';
import {
  type Inclusion,
  writeEsi,
  writePhp,
  writeRender,
  writeSsi,
} from '../../../src/render/snippet/server-include.js';
import { writeTag } from '../../../src/render/snippet/widget-snippet.js';
import { HOSTILE_NAMES } from '../../helpers/state-server.js';

const INCLUSION: Inclusion = {
  serverUrl: 'https://status.example',
  service: 'kik',
  attributes: { variant: 'compact', theme: 'dark', lang: 'ar' },
};
const PLAIN: Inclusion = { ...INCLUSION, attributes: {} };
const UNDER_A_PATH: Inclusion = { ...INCLUSION, serverUrl: 'https://example.org:8443/v1.2' };
const LINK = { href: 'https://status.example/kik', text: 'Kik status' };

describe('the line in a page that becomes the widget', () => {
  test('has the chosen options, each in the form of its server', () => {
    const query = 'variant=compact&theme=dark&lang=ar';
    assert.equal(
      writeSsi(INCLUSION).page,
      `<!--# include virtual="/fragment/kik.html?${query}" -->`,
    );
    assert.equal(
      writeEsi(INCLUSION).page,
      `<esi:include src="/fragment/kik.html?${query.replaceAll('&', '&amp;')}"/>`,
    );
    assert.equal(writePhp(INCLUSION).page, `<?= outage_status('kik', '${query}') ?>`);
  });

  test('says nothing of options where none are chosen', () => {
    assert.equal(writeSsi(PLAIN).page, '<!--# include virtual="/fragment/kik.html" -->');
    assert.equal(writeEsi(PLAIN).page, '<esi:include src="/fragment/kik.html"/>');
    assert.equal(writePhp(PLAIN).page, "<?= outage_status('kik') ?>");
  });
});

describe('the part of the server', () => {
  test('asks for fragments under the path of the feed server, and for nothing else', () => {
    const nginx = writeSsi(UNDER_A_PATH);
    assert.match(nginx.page, /virtual="\/v1\.2\/fragment\/kik\.html\?/);
    const [, location = ''] = /location ~ (\S+) \{/.exec(nginx.server) ?? [];
    assert.match('/v1.2/fragment/kik.html', new RegExp(location));
    assert.doesNotMatch('/v1x2/fragment/kik.html', new RegExp(location));
    assert.match(nginx.server, /proxy_pass https:\/\/example\.org:8443;/);
    const varnish = writeEsi(UNDER_A_PATH).server;
    assert.match(varnish, /\.host = "example\.org"; \.port = "8443";/);
    assert.match(varnish, /req\.http\.Host = "example\.org:8443"/);
    const patterns = [...varnish.matchAll(/ !?~ "(\^\/[^"]+)"/g)].map(([, pattern]) => pattern!);
    assert.equal(patterns.length, 3);
    for (const pattern of patterns) {
      assert.match('/v1.2/fragment/kik.html', new RegExp(pattern));
      assert.doesNotMatch('/v1x2/fragment/kik.html', new RegExp(pattern));
    }
  });

  test('names the port of plain http, and an IPv6 address without brackets, to Varnish', () => {
    const { server } = writeEsi({ ...PLAIN, serverUrl: 'http://[::1]:4780' });
    assert.match(server, /\.host = "::1"; \.port = "4780";/);
    assert.match(writeEsi(PLAIN).server, /\.host = "status\.example"; \.port = "80";/);
  });
});

describe('a function for a JavaScript server', () => {
  type Answer = { readonly json: () => Promise<unknown> };
  const run = async (
    code: string,
    renderStatus: (feed: unknown, options: unknown) => unknown,
    fetchFeed: (url: string) => Promise<Answer>,
  ): Promise<unknown> => {
    const body = code
      .replace("import { renderStatus } from 'outage-status/ssr';", '')
      .replace('export async function', 'return async function');
    const outageStatus = compileFunction(body, ['renderStatus', 'fetch'])(
      renderStatus,
      fetchFeed,
    ) as () => Promise<unknown>;
    return outageStatus();
  };

  test('renders the feed with the chosen options', async () => {
    const asked: string[] = [];
    const { server, page } = writeRender(INCLUSION, LINK);
    const given = await run(
      server,
      (feed, options) => ({ feed, options }),
      async (url) => {
        asked.push(url);
        return { json: async () => 'feed' };
      },
    );
    assert.deepEqual(asked, ['https://status.example/v1/services/kik/status.json']);
    assert.deepEqual(given, {
      feed: 'feed',
      options: { server: 'https://status.example', ...INCLUSION.attributes },
    });
    assert.equal(page, '${await outageStatus()}');
  });

  test('gives the tag with its link while the server does not answer, whatever the service is called', async () => {
    for (const text of [...HOSTILE_NAMES, "it's", "\\'", '${1}', '`']) {
      const link = { ...LINK, text };
      const { server } = writeRender(PLAIN, link);
      const given = await run(server, assert.fail, () => Promise.reject(new TypeError('offline')));
      const tag = writeTag({ service: 'kik', server: PLAIN.serverUrl }, link).text;
      assert.equal(given, tag);
    }
  });
});
