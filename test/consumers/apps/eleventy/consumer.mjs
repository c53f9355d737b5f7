export default {
  title: 'Eleventy, Markdown',
  packages: ['@11ty/eleventy'],
  build: [['eleventy', '--quiet']],
  serve: '_site',
  rendersOnServer: true,
  isStatic: true,
  pages: { early: '/' },
  dialects: {
    markdown: { bind: ({ name, value }) => `${name}="${value}"`, listen: () => '' },
  },
};
