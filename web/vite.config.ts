import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // Inlined files would need exceptions from the content security policy.
    assetsInlineLimit: 0,
  },
  // `vite dev web` beside a running `lagebild serve`.
  server: { proxy: { '/api': 'http://127.0.0.1:4780' } },
})
