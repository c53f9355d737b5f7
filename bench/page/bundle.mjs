// Bundles and minifies each peer for production, as its users would.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const pathOf = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const bundle = async (file, origin) => {
  const { outputFiles } = await build({
    entryPoints: [pathOf(`peers/${file}`)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['production', 'browser'],
    // The root has Lit and Chart.js; this folder's node_modules has React and the published peers.
    nodePaths: [pathOf('node_modules')],
    write: false,
    logLevel: 'error',
  });
  // The server's address is a constant in this peer's code; replace it with the benchmark's server.
  return outputFiles[0].text.replaceAll('https://api.openstatus.dev', origin);
};

const integrity = JSON.parse(readFileSync(pathOf('../../cdn/integrity.json'), 'utf8'));

/** The release that a pinned snippet names; the site has it beside the newest. */
export const PINNED = {
  label: '0.1.0-0123abcd',
  integrity: integrity['outage-status.js'],
  folder: pathOf('../../cdn'),
};

/** Makes the files that the pages embed, by path. `origin` will serve them. */
export async function bundlePeers(origin) {
  const files = new Map();
  for (const name of readdirSync(pathOf('../../cdn')).filter((file) => file.endsWith('.js'))) {
    const text = readFileSync(pathOf(`../../cdn/${name}`), 'utf8');
    files.set(`/widget/${name}`, text);
    files.set(`/widget/${PINNED.label}/${name}`, text);
  }
  for (const file of [
    'hand-written.js',
    'lit-element.js',
    'chart-auto.js',
    'openstatus-client.js',
  ]) {
    files.set(`/peers/${file}`, await bundle(file, origin));
  }
  const peer = (path) => readFileSync(pathOf(`node_modules/${path}`), 'utf8');
  files.set('/peers/status-widget.js', peer('@statuspage/status-widget/dist/index.js'));
  files.set('/peers/openstatus.css', peer('@openstatus/react/dist/styles.css'));
  return files;
}
