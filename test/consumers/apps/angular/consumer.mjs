export default {
  title: 'Angular, standalone and zoneless',
  packages: ['@angular/core', '@angular/build'],
  harness: 'src/harness.js',
  build: [['ng', 'build']],
  serve: 'dist/browser',
  pages: { early: '/', late: '/late' },
  dialects: {
    template: {
      yes: 'yes()',
      bind: ({ name, expression, isProperty }) =>
        `[${isProperty || !name.includes('-') ? name : `attr.${name}`}]="${expression}"`,
      listen: (event) => `(${event})="hear($event)"`,
    },
  },
};
