import { dialects, notPossible } from '../../support/react.mjs';

export default {
  title: 'Next, app router',
  packages: ['next', 'react'],
  harness: 'app/harness.js',
  build: [['next', 'build']],
  serve: ['node_modules/next/dist/bin/next', 'start'],
  rendersOnServer: true,
  pages: { early: '/tag', late: '/late', component: '/' },
  dialects,
  notPossible,
};
