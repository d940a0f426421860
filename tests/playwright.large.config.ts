import type { PlaywrightTestConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** The page over a million risk points: wants a server whose DATABASE_URL holds the large set. */
const config: PlaywrightTestConfig = { ...base, testDir: 'e2e-large' }
export default config
