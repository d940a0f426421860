console.log(`
These were the unit, component and API tests, on the embedded database. The rest:
  npm run test:postgis   the API tests on PostgreSQL + PostGIS, from TEST_DATABASE_URL
  npm run test:e2e       the page in Chromium, from CHROMIUM_PATH (default /usr/bin/chromium)`)
