/** The same as in React's app. The template is compiled at run time, as by a build, with the documented option. */
export const appOptions = ({ heard = () => {}, ready }) => ({
  data: () => ({ yes: true, known: false }),
  methods: { heard },
  mounted() {
    ready(() => Object.assign(this, { yes: !this.yes, known: !this.known }));
  },
  compilerOptions: { isCustomElement: (tag) => tag === 'outage-status' },
  template: `<main>
    <outage-status id="a" service="kik" :withoutReport="yes" :headingLevel="yes ? 2 : 3" @outage-load="heard('listener')"></outage-status>
    <outage-status id="b" service="kik" :withoutReport="!yes" :headingLevel="yes ? 3 : 2"></outage-status>
    <outage-status id="c" service="kik" :without-report="yes" :heading-level="yes ? 2 : 3"></outage-status>
    <outage-status id="d" service="kik" :without-report="!yes" :heading-level="yes ? 3 : 2"></outage-status>
    <outage-status id="e" :service="known ? 'kik' : undefined" :withoutReport="known ? true : undefined"></outage-status>
  </main>`,
});
