export default {
  title: 'Vite',
  packages: ['vite'],
  kind: 'bundle',
  build: [['vite', 'build']],
  serve: 'dist',
};
