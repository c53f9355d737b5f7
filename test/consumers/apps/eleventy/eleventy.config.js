export default (config) => {
  config.addPassthroughCopy({ 'node_modules/outage-status/cdn': 'widget' });
};
