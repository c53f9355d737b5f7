export default {
  title: 'Rspack',
  packages: ['@rspack/core'],
  kind: 'bundle',
  build: [['rspack', 'build']],
  serve: 'dist',
};
