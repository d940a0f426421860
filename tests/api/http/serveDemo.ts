import { createClock } from '../../../server/clock.ts'
import type { Db } from '../../../server/db/Db.ts'
import { openTestDatabase } from '../../helpers/testDatabase.ts'
import { serve, type Served } from './serve.ts'

/** The application over the seeded database, which every file shares. */
export async function serveDemo(): Promise<Served & { db: Db; today: string }> {
  const db = await openTestDatabase()
  const clock = await createClock(db)
  const served = await serve({ db, clock, clientFolder: '/nowhere', checkAnswers: true })
  return {
    ...served,
    db,
    today: clock.today(),
    close: async () => {
      clock.stop()
      await served.close()
    },
  }
}
