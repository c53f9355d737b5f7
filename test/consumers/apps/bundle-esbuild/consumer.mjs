const entries = ['page.js', 'again.js', 'client.js'];

export default {
  title: 'esbuild with `--splitting`',
  packages: ['esbuild'],
  kind: 'bundle',
  build: [
    [
      'esbuild',
      ...entries,
      '--bundle',
      '--external:react',
      '--external:react/*',
      '--splitting',
      '--format=esm',
      '--minify',
      '--outdir=dist',
    ],
  ],
  html: 'dist',
  serve: 'dist',
};
