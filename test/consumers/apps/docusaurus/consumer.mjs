const bind = ({ name, expression }) => `${name}={${expression}}`;
const pascalCase = (name) => name.replaceAll(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase());

const WITHOUT_LISTENERS =
  'React adds [no listener to a custom element that a server has rendered](https://github.com/react/react/issues/35446); the component does';

export default {
  title: 'Docusaurus, MDX',
  packages: ['@docusaurus/core', 'react'],
  harness: 'src/harness.js',
  build: [['docusaurus', 'build']],
  serve: 'build',
  rendersOnServer: true,
  pages: { early: '/tag', late: '/late', component: '/' },
  dialects: {
    tag: { bind, listen: (event) => `on${event}={hear}` },
    component: {
      tag: 'OutageStatus',
      bind,
      listen: (event) => `on${pascalCase(event)}={hear}`,
    },
  },
  notPossible: {
    'early: events': WITHOUT_LISTENERS,
    'late: events': WITHOUT_LISTENERS,
  },
};
