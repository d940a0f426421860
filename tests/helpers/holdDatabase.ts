import { openEmbedded } from '../../server/db/embedded.ts'

/** A process that opens the database of DATA_DIR, writes to it and never ends by itself. */
const db = await openEmbedded({ dataFolder: process.env.DATA_DIR ?? '' })
await db.query(`UPDATE data_set SET source = 'held'`)
console.log('open')
await db.query('SELECT count(*) FROM generate_series(1, 1e10)')
