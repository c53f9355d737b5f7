import { dialects } from '../../support/react.mjs';

export default {
  title: 'React 19 with Vite',
  packages: ['react', 'vite'],
  harness: 'harness.js',
  build: [['vite', 'build']],
  serve: 'dist',
  pages: { early: '/', late: '/late', component: '/component' },
  dialects,
};
