import { nodeResolve } from '@rollup/plugin-node-resolve';

export default {
  input: ['page.js', 'again.js', 'client.js'],
  // Of `@openstatus/react`, whose size is compared.
  external: ['react', 'react/jsx-runtime'],
  output: { dir: 'dist' },
  plugins: [nodeResolve({ browser: true })],
};
