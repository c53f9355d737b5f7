module.exports = {
  title: 'App',
  url: 'https://app.example',
  baseUrl: '/',
  favicon: 'data:,',
  presets: [['classic', { docs: false, blog: false }]],
};
