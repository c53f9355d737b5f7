import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { buildSite, generators } from './support/generators.mjs';
import { roomOf } from './support/room.mjs';
import { readHtml } from './support/snippet.mjs';
import { BAD_TAGS, GOOD_TAGS, SERVER } from './support/tags.mjs';

const BAD_OPTIONS = BAD_TAGS.map(({ options }) => options);
const NO_SERVER = { service: 'kik' };
const SERVER_IS_MISSING = /outage-status: server: expected an address/;

const SITE = {
  server: `${SERVER}/`,
  script: 'https://cdn.example/npm/outage-status@0.1.0/cdn/outage-status.js',
  integrity: 'sha384-aBhoioVDiPK/KbPqRmur3mR5b6ka7fZ2iGPTdUlEOvg5lZ1MhqGZiOXVNdoNkqA+',
};

const build = async (test, ...parameters) => {
  const site = await buildSite(...parameters);
  test.after(site.remove);
  return site;
};

/** The message to the author for each bad tag, in the order of `BAD_TAGS`; its form depends on the generator. */
const READ_MISTAKES = {
  // Tells all mistakes with their places, and fails.
  async hugo(test) {
    const { code, output } = await build(test, 'hugo', BAD_OPTIONS, { server: SERVER });
    assert.notEqual(code, 0);
    return BAD_OPTIONS.map((_, index) =>
      output.split('\n').find((line) => line.includes(`/content/${index}.md:`)),
    );
  },
  // Fails at the first, so each is tried by itself; that a build fails is tested below.
  async eleventy() {
    const { default: outageStatus } = await import('../../packs/eleventy/outage-status.js');
    let shortcode;
    outageStatus({ addShortcode: (_, write) => (shortcode = write) }, { server: SERVER });
    return BAD_OPTIONS.map(({ service, ...options }) => {
      try {
        return shortcode(service, options);
      } catch ({ message }) {
        return message;
      }
    });
  },
  // Liquid cannot fail: the page says it, and holds no widget.
  async jekyll(test) {
    const { page } = await build(test, 'jekyll', BAD_OPTIONS, { server: SERVER });
    return Promise.all(
      BAD_OPTIONS.map(async (_, index) => {
        const { text, widgets, scripts, handlers } = readHtml(await page(index));
        assert.deepEqual([widgets, scripts, handlers], [[], [], []]);
        return text;
      }),
    );
  },
  // A build takes seconds, so all are tried in the one that is there.
  astro: async (_, built) => JSON.parse(await built.read('mistakes.json')),
};

const ASTRO_MISTAKES = `import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import OutageStatus from '../OutageStatus.astro';
export const GET = async () => {
  const container = await AstroContainer.create();
  const tags = ${JSON.stringify(BAD_OPTIONS)};
  const read = (props) => container.renderToString(OutageStatus, { props }).catch(({ message }) => message);
  return Response.json(await Promise.all(tags.map(read)));
};`;

/** Renders tags as a page that is made for a request, in a container; each asked for twice. */
const ASTRO_REQUESTS = (
  server,
  tags,
) => `import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import OutageStatus from '../OutageStatus.astro';
export const GET = async () => {
  const container = await AstroContainer.create();
  const made = [];
  for (const props of ${JSON.stringify(tags)})
    for (const server of [${JSON.stringify(server)}, ${JSON.stringify(server)}])
      made.push(await container.renderToString(OutageStatus, { props: { ...props, server } }));
  return Response.json(made);
};`;

/** The ways of writing a tag that the READMEs show, for Kik; `variant=badge` in all but the shortest. */
const WAYS = {
  hugo: {
    'content/way.md': '---\n---\n{{< outage-status service="kik" variant="badge" >}}\n',
    'content/short.md': '---\n---\n{{< outage-status kik >}}\n',
  },
  eleventy: {
    'way.liquid': '{% outageStatus "kik", "variant=badge" %}',
    'keyword.njk': '{% outageStatus "kik", variant="badge" %}',
    'text.njk': '{% outageStatus "kik", "variant=badge" %}',
    'script.11ty.js':
      'export default function () { return this.outageStatus("kik", { variant: "badge" }); }',
  },
  jekyll: {
    'way.md': '---\n---\n{% include outage-status.html service="kik" variant="badge" %}\n',
  },
  astro: {
    'src/pages/way.astro':
      '---\nimport OutageStatus from "../OutageStatus.astro";\n---\n<OutageStatus service="kik" variant="badge" />',
  },
};

for (const generator of generators) {
  describe(`the pack for ${generator}`, () => {
    let built;
    before(async () => {
      const more = generator === 'astro' ? { 'src/pages/mistakes.json.js': ASTRO_MISTAKES } : {};
      const tags = GOOD_TAGS.map(({ options }) => options);
      built = await buildSite(generator, tags, SITE, { ...WAYS[generator], ...more });
      assert.equal(built.code, 0, built.output);
    });
    after(() => built?.remove());

    it('writes the tag with its link, and nothing that runs but the script', async () => {
      for (const [index, { title, widget }] of GOOD_TAGS.entries()) {
        const html = await built.page(index);
        const { widgets, scripts, preloads, handlers, text } = readHtml(html);
        assert.deepEqual(widgets, [widget], `${title}: ${html}`);
        assert.deepEqual([scripts.length, handlers], [1, []], title);
        const feed = `${widget.server}/v1/services/${widget.service}/status.json`;
        assert.deepEqual(preloads, [feed], title);
        assert.doesNotMatch(html, /<[^>\n]*\n[^<]*>/, `${title}: a tag over several lines`);
        assert.match(text, /See [^]* now\./, title);
      }
    });

    it('takes the script from another host, with its hash, however the tag is written', async () => {
      for (const path of Object.keys(WAYS[generator])) {
        const name = /([a-z]+)\.[\w.]+$/.exec(path)[1];
        const html = await built.read(`${name}.html`).catch(() => built.read(`${name}/index.html`));
        const { scripts, widgets } = readHtml(html);
        const { script: src, integrity } = SITE;
        assert.deepEqual(scripts, [
          { type: 'module', src, integrity, crossorigin: 'anonymous', text: '' },
        ]);
        const link = { href: `${SERVER}/kik`, text: 'kik status' };
        const variant = name === 'short' ? {} : { variant: 'badge' };
        const room = roomOf(variant);
        assert.deepEqual(widgets, [{ service: 'kik', server: SERVER, ...variant, room, link }]);
      }
    });

    it('explains a mistake to the author, and never writes it as HTML', async (test) => {
      const mistakes = await READ_MISTAKES[generator](test, built);
      for (const [index, { option, options }] of BAD_TAGS.entries()) {
        const told = mistakes[index] ?? '';
        assert.match(told, new RegExp(`outage-status: ${option}: `), JSON.stringify(options));
      }
    });

    it('names the server when none is set, and an unusable script', async (test) => {
      const bad = { server: SERVER, script: 'javascript:alert(1)' };
      for (const [site, mistake] of [
        [{}, SERVER_IS_MISSING],
        [bad, /outage-status: [a-z]+: expected an address .*javascript:alert\(1\)/],
      ]) {
        // The same code, and a build takes seconds.
        if (generator === 'astro' && site === bad) continue;
        const { output, page } = await build(test, generator, [NO_SERVER], site);
        const html = await page(0).catch(() => '');
        const { text, widgets, scripts } = readHtml(html);
        assert.match(output + text, mistake);
        assert.deepEqual([widgets, scripts], [[], []]);
      }
    });
  });
}

if (generators.includes('eleventy')) {
  it('a mistake ends an eleventy build, and the error names the page', async (test) => {
    const tags = [{ service: 'Kik!' }];
    const { code, output } = await build(test, 'eleventy', tags, { server: SERVER });
    assert.notEqual(code, 0);
    assert.match(output, /outage-status: service: expected an id .* got "Kik!"/);
    assert.match(output, /0\.md/);
  });
}

if (generators.includes('astro')) {
  describe('the pack for astro, in a page that is made for a request', () => {
    const FRAGMENT = '<outage-status service="kik"><time>Kik works</time></outage-status>';
    const requests = [];
    let feedServer;
    before(async () => {
      feedServer = createServer(({ url }, response) => {
        requests.push(url);
        const answers = { '/fragment/kik.html': FRAGMENT, '/fragment/other.html': '<p>No</p>' };
        const [, body] = Object.entries(answers).find(([start]) => url.startsWith(start)) ?? [];
        response.writeHead(body ? 200 : 404).end(body);
      }).listen(0, '127.0.0.1');
      await once(feedServer, 'listening');
    });
    after(() => feedServer.close());

    const make = async (test, site, tags) => {
      const server = `http://127.0.0.1:${feedServer.address().port}`;
      const more = { 'src/pages/requests.json.js': ASTRO_REQUESTS(server, tags) };
      const built = await build(test, 'astro', [{ service: 'kik' }], { server, ...site }, more);
      assert.equal(built.code, 0, built.output);
      assert.doesNotMatch(await built.page(0), /Kik works/);
      return JSON.parse(await built.read('requests.json'));
    };

    it('has the status in the HTML, asked for once, and the tag where there is none', async (test) => {
      const [kik, again, missing, , foreign] = await make(test, {}, [
        { service: 'kik', variant: 'card', lang: 'ar' },
        { service: 'missing' },
        { service: 'other' },
      ]);
      for (const html of [kik, again]) {
        assert.ok(html.includes(FRAGMENT), html);
        assert.deepEqual(readHtml(html).preloads, []);
        assert.equal(readHtml(html).scripts.length, 1);
      }
      for (const html of [missing, foreign]) {
        assert.match(readHtml(html).widgets[0].link.text, /^(missing|other) status$/);
        assert.equal(readHtml(html).preloads.length, 1);
      }
      assert.deepEqual(requests, [
        '/fragment/kik.html?variant=card&lang=ar',
        '/fragment/missing.html',
        '/fragment/other.html',
      ]);
    });

    it('takes no HTML of a server whose script the site does not run', async (test) => {
      requests.length = 0;
      const [html] = await make(test, { script: SITE.script }, [{ service: 'kik' }]);
      assert.equal(readHtml(html).widgets[0].link.text, 'kik status');
      assert.deepEqual(requests, []);
    });
  });
}
