import { readFileSync } from 'node:fs';
import { HtmlRspackPlugin } from '@rspack/core';

/** A page without its own scripts; the plugin adds those of the build. */
const page = (name, chunks) =>
  new HtmlRspackPlugin({
    filename: `${name}.html`,
    templateContent: readFileSync(`${name}.html`, 'utf8').replaceAll(/<script.*<\/script>/g, ''),
    chunks,
    scriptLoading: 'module',
  });

export default {
  mode: 'production',
  entry: { page: './page.js', again: './again.js', client: './client.js' },
  output: { clean: true },
  // Of `@openstatus/react`, whose size is compared.
  externals: { react: 'React', 'react/jsx-runtime': 'ReactJsxRuntime' },
  optimization: { runtimeChunk: 'single', splitChunks: { chunks: 'all' } },
  plugins: [page('index', ['page']), page('twice', ['page', 'again']), page('client', ['client'])],
};
