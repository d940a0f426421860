import { defineConfig } from '@playwright/test'

const PORT = process.env.E2E_PORT ?? '4300'
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  // No GPU on test machines: WebGL 2 by SwiftShader.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** The built product as a newcomer starts it, in a folder of its own. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  // One page at a time: software rendering takes both cores.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: process.env.CI
    ? [['list'], ['json', { outputFile: '../test-results/e2e.json' }]]
    : 'list',
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: CHROMIUM_FLAGS,
    },
  },
  webServer: {
    command: 'npm start',
    cwd: '..',
    url: `http://127.0.0.1:${PORT}/api/health`,
    env: { PORT, DATA_DIR: process.env.E2E_DATA_DIR ?? 'node_modules/.cache/e2e' },
    timeout: 180_000,
    reuseExistingServer: !process.env.CI,
  },
})
