// Servers that put a fragment into their pages, each configured by what the builder gives out.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPrograms } from '../../../scripts/engines.mjs';
import { takeBlocks } from './builder-snippets.mjs';
import { startHostSite } from './host-site.mjs';
import { startProgram } from './proxies.mjs';

const programs = findPrograms();
const isRoot = process.getuid?.() === 0;

/** Replaces a text that must be there. */
const replace = (text, from, to) => {
  if (!text.includes(from)) throw new Error(`no "${from}" in:\n${text}`);
  return text.replaceAll(from, to);
};

const writePage = (body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body><h1>Before</h1>
${body}
<p>After</p></body></html>`;

/** How each starts with the server's part of its snippet and its pages, by path: an object of bodies. */
const SERVERS = {
  ssi: {
    name: 'nginx with SSI',
    program: programs.nginx,
    start: (code, pages) =>
      startProgram('nginx-ssi', programs.nginx, '/up.html', async (folder, port) => {
        await mkdir(join(folder, 'html'));
        for (const [path, body] of Object.entries(pages))
          await writeFile(join(folder, 'html', path), writePage(body));
        const locations = replace(code, '/var/www/html', join(folder, 'html'));
        const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
          (name) => `${name}_temp_path ${folder}/${name};`,
        );
        const file = join(folder, 'nginx.conf');
        await writeFile(
          file,
          `${isRoot ? 'user root;' : ''} daemon off; worker_processes 1; pid ${folder}/pid;
events {} http { access_log off; types { text/html html; } ${temporary.join(' ')}
proxy_cache_path ${folder}/cache keys_zone=status:1m; gzip on;
server { listen 127.0.0.1:${port}; ${locations} } }`,
        );
        return ['-p', folder, '-c', file, '-e', join(folder, 'error.log')];
      }),
  },
  esi: {
    name: 'Varnish with ESI',
    program: programs.varnish,
    async start(code, pages, serverUrl) {
      const site = await startHostSite(serverUrl);
      for (const [path, body] of Object.entries(pages)) site.publishFile(writePage(body), { path });
      const program = await startProgram(
        'varnish-esi',
        programs.varnish,
        '/up.html',
        async (folder, port) => {
          const file = join(folder, 'vcl');
          await writeFile(file, replace(code, '8080', new URL(site.origin).port));
          return ['-F', '-j', 'none', '-n', folder, '-f', file, '-a', `127.0.0.1:${port}`];
        },
      );
      return {
        url: program.url,
        async stop() {
          await program.stop();
          await site.close();
        },
      };
    },
  },
  php: {
    name: 'PHP',
    program: programs.php,
    start: (code, pages) =>
      startProgram('php', programs.php, '/up.html', async (folder, port) => {
        const router = Object.entries(pages).map(
          ([path, body]) =>
            `<?php if ($_SERVER['REQUEST_URI'] === '${path}') { ?>${writePage(body)}<?php } ?>`,
        );
        const file = join(folder, 'router.php');
        await writeFile(file, [code, ...router].join('\n'));
        return ['-S', `127.0.0.1:${port}`, file];
      }),
  },
  render: {
    name: 'a JavaScript server',
    program: process.execPath,
    start: (code, pages) =>
      startProgram('javascript', process.execPath, '/up.html', async (folder, port) => {
        const writes = Object.entries(pages).map(
          ([path, body]) => `'${path}': async () => \`${writePage(body)}\`,`,
        );
        const file = join(folder, 'site.mjs');
        await writeFile(
          file,
          `${replace(code, "'outage-status/ssr'", `'${import.meta.resolve('outage-status/ssr')}'`)}
import { createServer } from 'node:http';
const pages = { ${writes.join('\n')} };
createServer(async ({ url }, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(await pages[url]?.());
}).listen(${port}, '127.0.0.1');
`,
        );
        return [file];
      }),
  },
};

/** The servers of fragments whose program is on this machine: `id` and `name`; the runner names the others. */
export const includeServers = Object.entries(SERVERS)
  .filter(([id, { program }]) => program && id !== 'render')
  .map(([id, { name }]) => ({ id, name }));

/**
 * Starts a server of pages that include a fragment.
 *
 * @param id Of one of {@link includeServers}, or `render`; also what the builder calls it.
 * @param serverUrl The feed server, whose builder says how.
 * @param services One page for each, at `/{service}.html`; the first is what the builder is asked for.
 * @param query Other choices in the builder.
 * @returns As {@link startProgram}.
 */
export async function startIncludeServer(id, serverUrl, services, query) {
  const [first] = services;
  const choices = `place=server&as=${id}&version=newest&${query}`;
  const [code, body] = await takeBlocks(serverUrl, `service=${first}&${choices}`);
  const pages = services.map((service) => [`/${service}.html`, body.replaceAll(first, service)]);
  return SERVERS[id].start(code, { ...Object.fromEntries(pages), '/up.html': '' }, serverUrl);
}
