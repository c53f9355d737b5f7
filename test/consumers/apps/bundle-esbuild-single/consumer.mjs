const entries = ['page.js', 'again.js', 'client.js'];
const IN_ONE_FILE =
  'without `--splitting`, esbuild puts all that `import()` names [into the same file](https://esbuild.github.io/api/#splitting)';

export default {
  title: 'esbuild without `--splitting`',
  packages: ['esbuild'],
  kind: 'bundle',
  build: [
    [
      'esbuild',
      ...entries,
      '--bundle',
      '--external:react',
      '--external:react/*',
      '--format=esm',
      '--minify',
      '--outdir=dist',
    ],
  ],
  html: 'dist',
  serve: 'dist',
  notPossible: { chart: IN_ONE_FILE, languages: IN_ONE_FILE, once: IN_ONE_FILE },
};
