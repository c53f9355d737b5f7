export default {
  title: 'webpack',
  packages: ['webpack'],
  kind: 'bundle',
  build: [['webpack']],
  serve: 'dist',
};
