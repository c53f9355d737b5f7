const WITHOUT_LISTENERS =
  'Qwik 1 takes the dash out of [the name of an event](https://github.com/QwikDev/qwik/issues/5301); `addEventListener` in `useVisibleTask$` hears it, on the page *listener*';

export default {
  title: 'Qwik, in the browser',
  packages: ['@builder.io/qwik', 'vite'],
  harness: 'src/harness.js',
  build: [['vite', 'build']],
  serve: 'dist',
  pages: { early: '/', late: '/late', listener: '/listener' },
  dialects: {
    jsx: {
      yes: 'yes.value',
      bind: ({ name, expression }) => `${name}={${expression}}`,
      listen: (event) => `on-${event}$={listen}`,
    },
  },
  notPossible: { 'early: events': WITHOUT_LISTENERS, 'late: events': WITHOUT_LISTENERS },
};
