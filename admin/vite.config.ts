import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { initialBudget } from './build/initial-budget.ts';
import { runtimeConfig } from './build/runtime-config.ts';

export default defineConfig({
  plugins: [react(), runtimeConfig(), initialBudget(350 * 1024)],
  server: { host: '127.0.0.1', port: 56700, strictPort: true },
  preview: { host: '127.0.0.1', port: 56701, strictPort: true },
  build: { target: 'es2023', chunkSizeWarningLimit: 1400 },
});
