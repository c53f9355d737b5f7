// Servers that put a fragment into their pages, each configured as docs/server-includes.md says.
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPrograms } from '../../../scripts/engines.mjs';
import { startHostSite } from './host-site.mjs';
import { startProgram } from './proxies.mjs';

const programs = findPrograms();
const isRoot = process.getuid?.() === 0;
const DOCUMENT = readFileSync(new URL('../../../docs/server-includes.md', import.meta.url), 'utf8');

/** A block to copy, from the section with this title. */
const readBlock = (title, language) => {
  const [, section] = DOCUMENT.split(`\n## ${title}\n`);
  const block = new RegExp(`\`\`\`${language}\\n([^]*?)\n\`\`\``).exec(section)?.[1];
  if (!block) throw new Error(`no ${language} under "${title}"`);
  return block;
};

/** Replaces texts that must be there. */
const replace = (text, ...pairs) =>
  pairs.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`no "${from}" in:\n${changed}`);
    return changed.replaceAll(from, to);
  }, text);

const writePage = (body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body><h1>Before</h1>
${body}
<p>After</p></body></html>`;

const toServer = (serverUrl) => ['https://status.example', serverUrl];
const forService = (service) => ['kik', service];

/** How each starts with its pages, by path: an object of bodies in the form of its document. */
const SERVERS = {
  nginx: {
    name: 'nginx with SSI',
    title: 'nginx, with SSI',
    program: programs.nginx,
    start: (serverUrl, pages) =>
      startProgram('nginx-ssi', programs.nginx, '/up.html', async (folder, port) => {
        await mkdir(join(folder, 'html'));
        for (const [path, body] of Object.entries({ ...pages, '/up.html': '' }))
          await writeFile(join(folder, 'html', path), writePage(body));
        const locations = replace(readBlock('nginx, with SSI', 'nginx'), toServer(serverUrl), [
          '/var/www/html',
          join(folder, 'html'),
        ]);
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
  varnish: {
    name: 'Varnish with ESI',
    title: 'Varnish, with ESI',
    program: programs.varnish,
    async start(serverUrl, pages) {
      const site = await startHostSite(serverUrl);
      for (const [path, body] of Object.entries({ ...pages, '/up.html': '' }))
        site.publishFile(writePage(body), { path });
      const { host, port: serverPort } = new URL(serverUrl);
      const program = await startProgram(
        'varnish-esi',
        programs.varnish,
        '/up.html',
        async (folder, port) => {
          const vcl = replace(
            readBlock('Varnish, with ESI', 'vcl'),
            toServer(serverUrl),
            [
              '.host = "status.example"; .port = "80"',
              `.host = "127.0.0.1"; .port = "${serverPort}"`,
            ],
            ['"status.example"', `"${host}"`],
            ['8080', new URL(site.origin).port],
          );
          const file = join(folder, 'vcl');
          await writeFile(file, vcl);
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
    title: 'PHP',
    program: programs.php,
    start: (serverUrl, pages) =>
      startProgram('php', programs.php, '/up.html', async (folder, port) => {
        const code = replace(readBlock('PHP', 'php'), toServer(serverUrl));
        const router = Object.entries({ ...pages, '/up.html': '' }).map(
          ([path, body]) =>
            `<?php if ($_SERVER['REQUEST_URI'] === '${path}') { ?>${writePage(body)}<?php } ?>`,
        );
        const file = join(folder, 'router.php');
        await writeFile(file, [code, ...router].join('\n'));
        return ['-S', `127.0.0.1:${port}`, file];
      }),
  },
};

/** The servers whose program is on this machine: `id` and `name`; the runner names the others. */
export const includeServers = Object.entries(SERVERS)
  .filter(([, { program }]) => program)
  .map(([id, { name }]) => ({ id, name }));

/**
 * Starts a server of pages that include a fragment.
 *
 * @param id Of one of {@link includeServers}.
 * @param serverUrl The feed server.
 * @param services One page for each, at `/{service}.html`.
 * @returns As {@link startProgram}.
 */
export function startIncludeServer(id, serverUrl, services) {
  const { title, start } = SERVERS[id];
  const body = replace(readBlock(title, 'html'), toServer(serverUrl));
  const pages = services.map((service) => [`/${service}.html`, replace(body, forService(service))]);
  return start(serverUrl, Object.fromEntries(pages));
}
