export default {
  title: 'VitePress, Markdown',
  packages: ['vitepress', 'vue'],
  harness: 'harness.js',
  build: [['vitepress', 'build']],
  serve: '.vitepress/dist',
  rendersOnServer: true,
  pages: { early: '/', late: '/late' },
  dialects: {
    template: {
      bind: ({ name, expression }) => `:${name}="${expression}"`,
      listen: (event) => `@${event}="hear"`,
    },
  },
};
