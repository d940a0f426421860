import base from './playwright.config.ts'

/** The page over a million risk points: wants a server whose DATABASE_URL holds the large set. */
export default { ...base, testDir: 'tests/e2e-large' }
