export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  vue: { compilerOptions: { isCustomElement: (tag) => tag === 'outage-status' } },
  app: { head: { link: [{ rel: 'icon', href: 'data:,' }] } },
});
