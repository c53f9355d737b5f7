export default {
  title: 'Preact with Vite',
  packages: ['preact', 'vite'],
  harness: 'harness.js',
  build: [['vite', 'build']],
  serve: 'dist',
  pages: { early: '/', late: '/late' },
  dialects: {
    jsx: {
      bind: ({ name, expression }) => `${name}={${expression}}`,
      listen: (event) => `on${event}={hear}`,
    },
  },
};
