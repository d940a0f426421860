import type { Queryable } from '../db/Db.ts'
import { issue } from '../features/offices/issueDocument.ts'
import { requireSubject } from '../features/offices/documentMaking.ts'
import { insertHandover } from '../features/offices/handovers.queries.ts'
import { listDocumentSubjects } from './demoDocuments.queries.ts'

/** Documents of each kind that the demo has issued. */
const MOST = 6
const SOURCE = '演示数据(虚构)'

/** Issues documents of the demo's visits and hidden dangers, each on its day, as an officer would. */
export async function insertDemoDocuments(
  transaction: Queryable,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  for (const { template, source, code, day } of await listDocumentSubjects(transaction, MOST)) {
    const subject = await requireSubject(transaction, template, { [source]: code })
    const evening = new Date(Math.min(Date.parse(`${day}T17:30:00+08:00`), at.getTime()))
    const clock = {
      now: () => evening,
      today: () => day,
      asOf: () => evening.toISOString(),
      source: SOURCE,
    }
    await issue({ transaction, actor: { name: by }, clock }, template, subject)
  }
}

/** Who left in the year, in which area, after how many days before the demo's instant. */
const LEAVERS = [
  {
    areaCode: '440307013',
    from: '演示安监员H02',
    to: '演示安监员H05',
    days: 148,
    dangers: 7,
    points: 12,
  },
  {
    areaCode: '440307003',
    from: '演示安监员A04',
    to: '演示安监员A09',
    days: 61,
    dangers: 4,
    points: 9,
  },
] as const
const DAY_MILLISECONDS = 86_400_000

/** Handovers of the past year: those who left are named in nothing that is open now. */
export async function insertDemoHandovers(
  transaction: Queryable,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  for (const { areaCode, from, to, days, dangers, points } of LEAVERS) {
    await insertHandover(transaction, {
      areaCode,
      fromPerson: from,
      toPerson: to,
      reason: '调离街道安监岗位(演示)',
      counts: {
        hiddenDangerResponsible: dangers,
        riskPointResponsible: points,
        riskPointGuarantor: 0,
        enterpriseOfficer: 0,
      },
      by,
      at: new Date(at.getTime() - days * DAY_MILLISECONDS),
    })
  }
}
