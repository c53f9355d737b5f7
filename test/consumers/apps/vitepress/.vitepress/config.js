export default {
  title: 'App',
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  vue: {
    template: { compilerOptions: { isCustomElement: (tag) => tag === 'outage-status' } },
  },
};
