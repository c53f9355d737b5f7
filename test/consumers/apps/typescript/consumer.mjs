export default {
  title: 'TypeScript',
  packages: ['typescript-5', 'typescript-7'],
  kind: 'types',
  compilers: { 'typescript-5': 'TypeScript 5.9', 'typescript-7': 'TypeScript 7.0' },
  build: [],
};
