import { defineConfig } from 'vite'

/** The server as `dist/server/*.js`; packages stay outside and are read from node_modules. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      // What runs in a process or thread of its own is found beside main.js: server/db/entries.ts.
      input: {
        main: 'server/main.ts',
        embeddedProcess: 'server/db/embeddedProcess.ts',
        embeddedGuard: 'server/db/embeddedGuard.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
