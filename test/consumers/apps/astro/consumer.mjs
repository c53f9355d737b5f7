export default {
  title: 'Astro',
  packages: ['astro'],
  harness: 'src/harness.js',
  build: [['astro', 'build']],
  serve: 'dist',
  rendersOnServer: true,
  isStatic: true,
  pages: { early: '/' },
  dialects: {
    template: {
      bind: ({ name, expression }) => `${name}={${expression}}`,
      listen: () => '',
    },
  },
};
