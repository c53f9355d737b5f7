export default {
  title: 'Rollup',
  packages: ['rollup'],
  isBundle: true,
  build: [['rollup', '--config']],
  html: 'dist',
  serve: 'dist',
};
