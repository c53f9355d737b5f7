import { nodeResolve } from '@rollup/plugin-node-resolve';

export default {
  input: ['page.js', 'again.js', 'client.js'],
  output: { dir: 'dist' },
  plugins: [nodeResolve({ browser: true })],
};
