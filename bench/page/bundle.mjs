// Makes the files of the peers: each bundled and minified for production, as its users would.
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
    // The root's libraries are found from the folder above, React and the published peers in this folder's own.
    nodePaths: [pathOf('node_modules')],
    write: false,
    logLevel: 'error',
  });
  // This peer's server is written into its code; here it is ours.
  return outputFiles[0].text.replaceAll('https://api.openstatus.dev', origin);
};

/** Everything that the pages embed, by path. `origin` is where it will be served. */
export async function bundlePeers(origin) {
  const files = new Map();
  for (const name of readdirSync(pathOf('../../cdn')).filter((file) => file.endsWith('.js'))) {
    files.set(`/widget/${name}`, readFileSync(pathOf(`../../cdn/${name}`), 'utf8'));
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
