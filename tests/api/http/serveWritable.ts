import type { RiskPointDetail } from '#data/contract/responses'
import { DEMO_ADMINISTRATOR } from '#data/domain/roles'
import { createClock } from '../../../server/clock.ts'
import type { Db } from '../../../server/db/Db.ts'
import { openWritableDatabase } from '../../helpers/testDatabase.ts'
import { serve, type Served } from './serve.ts'

export type Writable = Served & {
  db: Db
  today: string
  /** Registers a risk point in the first park, at its label point; with other fields where given. */
  register: (fields?: Record<string, unknown>) => Promise<RiskPointDetail>
  park: { code: string; areaCode: string; labelPoint: [number, number] }
}

export const LEC = (l: number, e: number, c: number) => ({ method: 'LEC', inputs: { l, e, c } })

/** The application over a database that may be changed, with somebody who may. */
export async function serveWritable(): Promise<Writable> {
  const { db, restore } = await openWritableDatabase()
  const clock = await createClock(db)
  const served = await serve({
    db,
    clock,
    clientFolder: '/nowhere',
    checkAnswers: true,
    writer: DEMO_ADMINISTRATOR,
  })
  const { features } = await served.get('listParks', '/api/parks')
  const park = features[0]?.properties
  if (!park) throw new Error('The district has no park')
  const [longitude, latitude] = park.labelPoint
  return {
    ...served,
    db,
    today: clock.today(),
    park,
    register: (fields = {}) =>
      served.send('createRiskPoint', '/api/risk-points', {
        body: {
          name: '试验抛光间',
          parkCode: park.code,
          coordinates: { system: 'wgs84', longitude, latitude },
          location: '一楼',
          grading: LEC(3, 6, 15),
          accidentTypes: ['粉尘爆炸'],
          controlLevel: 'company',
          responsiblePerson: '演示负责人A01',
          guarantor: '演示包保人A01',
          measures: '每班清灰',
          ...fields,
        },
      }),
    close: async () => {
      clock.stop()
      await served.close()
      await restore()
    },
  }
}
