export default {
  title: 'webpack',
  packages: ['webpack'],
  isBundle: true,
  build: [['webpack']],
  serve: 'dist',
};
