export default {
  title: 'Parcel',
  packages: ['parcel'],
  isBundle: true,
  build: [['parcel', 'build', 'index.html', 'twice.html', 'client.html', '--no-source-maps']],
  serve: 'dist',
};
