import { dialects, notPossible } from '../../support/react.mjs';

export default {
  title: 'Docusaurus, MDX',
  packages: ['@docusaurus/core', 'react'],
  harness: 'src/harness.js',
  build: [['docusaurus', 'build']],
  serve: 'build',
  rendersOnServer: true,
  pages: { early: '/tag', late: '/late', component: '/' },
  dialects,
  notPossible,
};
