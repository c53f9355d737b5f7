const entries = ['page.js', 'again.js', 'client.js'];

export default {
  title: 'esbuild with `--splitting`',
  packages: ['esbuild'],
  isBundle: true,
  build: [
    ['esbuild', ...entries, '--bundle', '--splitting', '--format=esm', '--minify', '--outdir=dist'],
  ],
  html: 'dist',
  serve: 'dist',
};
