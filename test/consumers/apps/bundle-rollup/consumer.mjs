export default {
  title: 'Rollup',
  packages: ['rollup'],
  kind: 'bundle',
  build: [['rollup', '--config']],
  html: 'dist',
  serve: 'dist',
};
