export default {
  title: 'Rspack',
  packages: ['@rspack/core'],
  isBundle: true,
  build: [['rspack', 'build']],
  serve: 'dist',
};
