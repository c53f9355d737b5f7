export default {
  title: 'Nuxt',
  packages: ['nuxt', 'vue'],
  harness: 'app/harness.js',
  build: [['nuxt', 'build']],
  serve: ['.output/server/index.mjs'],
  rendersOnServer: true,
  pages: { early: '/', late: '/late' },
  dialects: {
    template: {
      bind: ({ name, expression }) => `:${name}="${expression}"`,
      listen: (event) => `@${event}="hear"`,
    },
  },
};
