export default {
  title: 'Lit with Vite',
  packages: ['lit', 'vite'],
  harness: 'harness.js',
  build: [['vite', 'build']],
  serve: 'dist',
  pages: { early: '/', late: '/late' },
  dialects: {
    template: {
      yes: 'this.yes',
      bind: ({ name, expression, isProperty, isBoolean }) =>
        `${isProperty ? '.' : isBoolean ? '?' : ''}${name}=\${${expression}}`,
      listen: (event) => `@${event}=\${hear}`,
    },
  },
};
