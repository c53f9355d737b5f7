export default {
  title: 'Parcel',
  packages: ['parcel'],
  kind: 'bundle',
  build: [
    [
      'parcel',
      'build',
      'index.html',
      'twice.html',
      'client.html',
      '--no-source-maps',
      '--no-cache',
    ],
  ],
  serve: 'dist',
};
