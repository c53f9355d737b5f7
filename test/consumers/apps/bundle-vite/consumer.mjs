export default {
  title: 'Vite',
  packages: ['vite'],
  isBundle: true,
  build: [['vite', 'build']],
  serve: 'dist',
};
