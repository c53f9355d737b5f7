export default {
  title: 'Solid with Vite',
  packages: ['solid-js', 'vite'],
  harness: 'harness.js',
  build: [['vite', 'build']],
  serve: 'dist',
  pages: { early: '/', late: '/late' },
  dialects: {
    jsx: {
      yes: 'yes()',
      bind: ({ name, expression }) => `${name}={${expression}}`,
      listen: (event) => `on:${event}={hear}`,
    },
  },
};
