export default {
  title: 'React 19 with Vite',
  packages: ['react', 'vite'],
  harness: 'harness.js',
  build: [['vite', 'build']],
  serve: 'dist',
  pages: { early: '/', late: '/late', component: '/component' },
  dialects: {
    tag: {
      bind: ({ name, expression }) => `${name}={${expression}}`,
      listen: (event) => `on${event}={hear}`,
    },
    component: {
      tag: 'OutageStatus',
      bind: ({ name, expression }) => `${name}={${expression}}`,
      listen: (event) =>
        `${event.replaceAll(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase()).replace(/^/, 'on')}={hear}`,
    },
  },
};
