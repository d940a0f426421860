import type { Tour } from '#data/contract/site/siteResponses'
import type { TourStep } from '#data/domain/tours'
import type { Clock } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { HttpProblem, notFound, refused } from '../../http/problems.ts'
import { told } from './told.ts'
import {
  findTour,
  listTours,
  lockTour,
  measureSteps,
  updateTourSteps,
  type TourRow,
} from './tours.queries.ts'

/** Metres around a park in which a camera may look: what lies at its gates belongs to a walk. */
const MOST_METRES_OUTSIDE = 500

type Keys = 'listTours' | 'getTour' | 'updateTour'

export function tourHandlers({ clock }: Services): Pick<Handlers, Keys> {
  return {
    listTours: async ({ read }) => {
      const tours = await read(listTours)
      return { items: tours.map((tour) => ({ ...tour, ...told(clock) })), ...told(clock) }
    },
    getTour: ({ params, read }) => read((transaction) => readTour(transaction, clock, params.code)),
    updateTour: ({ params: { code }, body: { steps }, version, actor, write }) =>
      write(async (transaction) => {
        const current = await lockTour(transaction, code)
        if (!current) throw notFound('tour', code)
        requireTourVersion(version, current)
        await requireWithinPark(transaction, current, steps)
        if (JSON.stringify(steps) !== JSON.stringify(current.steps)) {
          await updateTourSteps(transaction, code, steps, { by: actor.name, at: clock.now() })
        }
        return readTour(transaction, clock, code)
      }),
  }
}

async function readTour(transaction: Queryable, clock: Clock, code: string): Promise<Tour> {
  const tour = await findTour(transaction, code)
  if (!tour) throw notFound('tour', code)
  return { ...tour, ...told(clock) }
}

/**
 * Earlier steps are not kept, so what changed is told as what there is now, and by whom.
 * @throws HttpProblem 412 for a change that was made from another version
 */
function requireTourVersion(given: number, current: TourRow): void {
  const { version, changedBy: by, changedAt: at, steps } = current
  if (given === version) return
  const fields = [{ field: 'steps', before: null, after: steps }]
  const conflict = {
    version,
    changes: [{ version, kind: 'edit' as const, at, by, reason: null, fields }],
  }
  throw new HttpProblem(
    'stale',
    {
      'zh-CN': `您依据的是第 ${given} 版,${by}已改为第 ${version} 版。请查看现有步骤,再在新版上保存;您填写的内容没有丢失。`,
      en: `The walk was changed from version ${given}, but ${by} made version ${version} of it. See its steps now and save again from that version.`,
    },
    { conflict },
  )
}

/** @throws HttpProblem 422 that names the first step that looks away from the park, or marks nothing of it */
async function requireWithinPark(
  transaction: Queryable,
  { parkCode, parkName }: TourRow,
  steps: readonly TourStep[],
): Promise<void> {
  const places = await measureSteps(transaction, parkCode, steps)
  for (const [index, { metres, hasFeature }] of places.entries()) {
    const number = index + 1
    if (metres > MOST_METRES_OUTSIDE) {
      throw refused(`steps.${index}.longitude`, {
        'zh-CN': `第 ${number} 步的中心在${parkName}以外 ${Math.round(metres)} m,最远 ${MOST_METRES_OUTSIDE} m。请把地图移回园区再取景。`,
        en: `Step ${number} looks ${Math.round(metres)} m outside ${parkName}, at most ${MOST_METRES_OUTSIDE} m are possible: move the map back to the park and take it again.`,
      })
    }
    if (!hasFeature) {
      const code = steps[index]?.featureCode ?? ''
      throw refused(`steps.${index}.featureCode`, {
        'zh-CN': `第 ${number} 步标记的 ${code} 不是${parkName}的设施。请在该园区的地图上重新选择,或不标记。`,
        en: `Step ${number} marks ${code}, which is nothing of ${parkName}: choose it on the map of that park, or mark nothing.`,
      })
    }
  }
}
