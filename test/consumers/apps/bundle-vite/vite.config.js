import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    rolldownOptions: {
      input: ['index.html', 'twice.html', 'client.html'],
      // Of `@openstatus/react`, whose size is compared.
      external: ['react', 'react/jsx-runtime'],
    },
  },
});
