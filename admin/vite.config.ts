import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { initialBudget } from './vite/initial-budget.ts';
import { runtimeConfig } from './vite/runtime-config.ts';

export default defineConfig({
  plugins: [react(), runtimeConfig(), initialBudget(350 * 1024)],
  // Old peer ranges put a second React at the root of the workspaces; the app must have one.
  resolve: { dedupe: ['react', 'react-dom', '@tanstack/react-query'] },
  server: { host: '127.0.0.1', port: 56700, strictPort: true },
  preview: { host: '127.0.0.1', port: 56701, strictPort: true },
  build: { target: 'es2023', chunkSizeWarningLimit: 1400 },
});
