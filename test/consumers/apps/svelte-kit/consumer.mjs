export default {
  title: 'Svelte 5, SvelteKit',
  packages: ['svelte', '@sveltejs/kit'],
  harness: 'src/harness.js',
  build: [['vite', 'build']],
  serve: ['build/index.js'],
  rendersOnServer: true,
  pages: { early: '/', late: '/late' },
  dialects: {
    template: {
      bind: ({ name, expression }) => `${name}={${expression}}`,
      listen: (event) => `on${event}={hear}`,
    },
  },
};
