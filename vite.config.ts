import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { precompress } from './scripts/vite/precompress.ts'

const FOUNDATION =
  /node_modules\/(@vue|vue|pinia|vue-router|vue-i18n|@intlify|@tanstack|zod|@vueuse)\//

export default defineConfig({
  root: 'client',
  plugins: [vue(), precompress()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // Districts run old Chromium builds on their walls; 111 is the first with all that MapLibre 6 uses.
    target: 'chrome111',
    chunkSizeWarningLimit: 1500,
    modulePreload: {
      polyfill: false,
      // A lazy part finds what it imports by itself: the lists of file names would lie in the entry,
      // and count before the first frame of the map.
      resolveDependencies: (_, dependencies, { hostType }) =>
        hostType === 'html' ? dependencies : [],
    },
    rolldownOptions: {
      output: {
        // The libraries that every page needs in one file: lazy parts would split them into five,
        // which compress 5 KiB worse and count before the first frame of the map.
        codeSplitting: { groups: [{ name: 'vendor', test: FOUNDATION }] },
      },
    },
  },
  // What no component of ours uses stays out of the bundle.
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
    __INTLIFY_DROP_MESSAGE_COMPILER__: 'true',
  },
  resolve: {
    // Our messages hold nothing but {names}: client/i18n.ts compiles them, the 17 kB parser stays out.
    alias: { 'vue-i18n': 'vue-i18n/dist/vue-i18n.runtime.mjs' },
  },
  worker: { format: 'es' },
  // Our own sources under client/api are no endpoints.
  server: { proxy: { '^/api/(?!.*\\.ts(\\?|$))': 'http://127.0.0.1:3000' } },
})
