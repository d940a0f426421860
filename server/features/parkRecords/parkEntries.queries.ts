import * as z from 'zod/mini'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

/** Who registers an entry of a park, and when. */
type Registered = { parkCode: string; areaCode: string; by: string; at: Date }
const idSchema = z.object({ id: z.int() })

export async function insertStageEntry(
  transaction: Queryable,
  entry: Registered & { stage: string; enteredOn: string; note: string | null },
): Promise<void> {
  await transaction.query(
    `INSERT INTO park_stage_entries (park_code, area_code, stage, entered_on, note, registered_by,
       registered_at)
     VALUES ($1, $2, $3, $4::date, $5, $6, $7)`,
    [entry.parkCode, entry.areaCode, entry.stage, entry.enteredOn, entry.note, entry.by, entry.at],
  )
}

type FourPartyEntry = Registered & {
  party: string
  organisation: string
  happenedOn: string
  description: string
  documentNumber: string | null
}

/** False where the same entry is there already. */
export async function insertFourPartyEntry(
  transaction: Queryable,
  entry: FourPartyEntry,
): Promise<boolean> {
  const rows = await query(
    transaction,
    idSchema,
    `INSERT INTO four_party_entries (park_code, area_code, party, organisation, happened_on,
       description, document_number, registered_by, registered_at)
     VALUES ($1, $2, $3, $4, $5::date, $6, $7, $8, $9)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      entry.parkCode,
      entry.areaCode,
      entry.party,
      entry.organisation,
      entry.happenedOn,
      entry.description,
      entry.documentNumber,
      entry.by,
      entry.at,
    ],
  )
  return rows.length > 0
}

type Drill = Registered & {
  facilityCode: string
  testedAt: Date
  arrivalSeconds: number
  people: number
  testedBy: string
  remark: string | null
}

/** False where the station has a drill of that moment already. */
export async function insertDrill(transaction: Queryable, drill: Drill): Promise<boolean> {
  const rows = await query(
    transaction,
    idSchema,
    `INSERT INTO station_drills (facility_code, park_code, area_code, tested_at, arrival_seconds,
       people, tested_by, remark, registered_by, registered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      drill.facilityCode,
      drill.parkCode,
      drill.areaCode,
      drill.testedAt,
      drill.arrivalSeconds,
      drill.people,
      drill.testedBy,
      drill.remark,
      drill.by,
      drill.at,
    ],
  )
  return rows.length > 0
}
