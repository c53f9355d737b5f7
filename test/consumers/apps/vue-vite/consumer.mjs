export default {
  title: 'Vue 3 with Vite',
  packages: ['vue', 'vite'],
  harness: 'harness.js',
  build: [['vite', 'build']],
  serve: 'dist',
  pages: { early: '/', late: '/late' },
  dialects: {
    template: {
      bind: ({ name, expression }) => `:${name}="${expression}"`,
      listen: (event) => `@${event}="hear"`,
    },
  },
};
