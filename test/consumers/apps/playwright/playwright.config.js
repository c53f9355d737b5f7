import { defineConfig } from '@playwright/test';

const port = process.env.PORT ?? 4173;

export default defineConfig({
  reporter: [['json', { outputFile: 'report.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: { executablePath: process.env.CHROMIUM_PATH },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    port: Number(port),
  },
});
