import { createClock } from '../../../server/clock.ts'
import type { Db } from '../../../server/db/Db.ts'
import { openPostgresql } from '../../../server/db/postgresql.ts'
import { serve, type Served } from './serve.ts'

/** The application over a database that holds the demo data set. */
export async function serveDemo(): Promise<Served & { db: Db; today: string }> {
  const db = await openPostgresql({ url: process.env.TEST_DATABASE_URL ?? '' })
  const clock = await createClock(db)
  const served = await serve({ db, clock, clientFolder: '/nowhere', checkAnswers: true })
  return {
    ...served,
    db,
    today: clock.today(),
    close: async () => {
      clock.stop()
      await served.close()
      await db.close()
    },
  }
}
