import type {
  TrainingCreation,
  TrainingDetail,
  TRAININGS_CONTRACT,
} from '#data/contract/offices/trainings'
import { DISTRICT_CODE } from '#data/domain/areas'
import { formatInstant, type Clock } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { HttpProblem, notFound, refused } from '../../http/problems.ts'
import type { Editing } from '../versions/editRecord.ts'
import { pageAnswer, pageOf } from './paging.ts'
import { nextCode } from './place.queries.ts'
import { requireArea, requirePast } from './place.ts'
import {
  findTraining,
  listAttendances,
  listTrainings,
  measureCoverage,
  sumTenThousand,
  sumTrainings,
} from './trainings.queries.ts'
import {
  findUnregistered,
  insertAttendances,
  insertTraining,
  insertTrainingTarget,
  withdrawTraining,
} from './trainingWrites.queries.ts'

export function trainingHandlers({
  clock,
}: Services): Pick<Handlers, keyof typeof TRAININGS_CONTRACT> {
  const spanOf = (asked: number | undefined) => {
    const year = asked ?? Number(clock.today().slice(0, 4))
    return { year, from: `${year}-01-01`, until: `${year}-12-31` }
  }
  return {
    listTrainings: ({ query, read }) =>
      read(async (transaction) => {
        const { area, kind } = query
        const scope = { area, kind, ...spanOf(query.year) }
        const page = pageOf(query)
        const found = await listTrainings(transaction, scope, page)
        const { count } = await sumTrainings(transaction, scope, { counted: false })
        return {
          ...pageAnswer(found, page),
          total: count,
          asOf: clock.asOf(),
          source: clock.source,
        }
      }),
    getTrainingTotals: ({ query, read }) =>
      read(async (transaction) => {
        const scope = { area: query.area, ...spanOf(query.year) }
        const [coverage, ...children] = await measureCoverage(transaction, scope)
        if (!coverage) throw notFound('area', query.area)
        const { count, persons } = await sumTrainings(transaction, scope, { counted: true })
        return {
          year: scope.year,
          coverage,
          children,
          tenThousand: await sumTenThousand(transaction, scope.year),
          trainings: count,
          persons,
          asOf: clock.asOf(),
          source: clock.source,
        }
      }),
    getTraining: ({ params, read }) =>
      read((transaction) => readDetail(transaction, clock, params.code)),
    registerTraining: ({ body, actor, write }) =>
      write(async (transaction) => {
        const code = await register({ transaction, actor, clock }, body)
        return readDetail(transaction, clock, code)
      }),
    withdrawTraining: ({ params, body, actor, write }) =>
      write(async (transaction) => {
        const detail = await readDetail(transaction, clock, params.code)
        const mark = { by: actor.name, at: clock.now(), reason: body.reason }
        if (!(await withdrawTraining(transaction, params.code, mark))) {
          throw new HttpProblem('alreadyDone', {
            'zh-CN': `该培训已由${detail.withdrawn?.by ?? '他人'}撤销登记,不再计数。`,
            en: `It was withdrawn by ${detail.withdrawn?.by ?? 'somebody else'} already and counts no longer.`,
          })
        }
        return readDetail(transaction, clock, params.code)
      }),
    setTrainingTarget: ({ body, actor, write }) =>
      write(async (transaction) => {
        const mark = { by: actor.name, at: clock.now() }
        await insertTrainingTarget(transaction, { ...body, ...mark, areaCode: DISTRICT_CODE })
        return { ...body, setBy: mark.by, setAt: formatInstant(mark.at) }
      }),
  }
}

async function readDetail(
  transaction: Queryable,
  clock: Clock,
  code: string,
): Promise<TrainingDetail> {
  const found = await findTraining(transaction, code)
  if (!found) throw notFound('training', code)
  const attendances = await listAttendances(transaction, code)
  return { ...found, attendances, asOf: clock.asOf(), source: clock.source }
}

/** @returns the code of the new training */
async function register(
  { transaction, actor, clock }: Editing,
  { attendances, otherEnterprises = 0, otherPersons = 0, ...told }: TrainingCreation,
): Promise<string> {
  requirePast('heldOn', told.heldOn, clock.today())
  await requireArea(transaction, told.areaCode)
  if (attendances.length === 0 && otherEnterprises === 0) {
    throw refused('attendances', {
      'zh-CN': '还没有参训企业。请至少选一家在册企业,或填写园区外企业家次。',
      en: 'Nobody took part yet: name at least one enterprise, or the number of those outside parks.',
    })
  }
  await requireEnterprises(
    transaction,
    attendances.map(({ enterpriseCode }) => enterpriseCode),
  )
  const code = await nextCode(transaction, 'training_codes')
  const mark = { by: actor.name, at: clock.now(), fictitious: clock.fictitious }
  await insertTraining(transaction, { ...told, ...mark, code, otherEnterprises, otherPersons })
  await insertAttendances(transaction, code, attendances)
  return code
}

async function requireEnterprises(transaction: Queryable, codes: readonly string[]): Promise<void> {
  const twice = codes.find((code, index) => codes.indexOf(code) !== index)
  if (twice !== undefined) {
    throw refused('attendances', {
      'zh-CN': `企业 ${twice} 填了两次。一次培训中一家企业只登记一次,人数合并填写。`,
      en: `${twice} is named twice: an enterprise counts once a training, with all its persons.`,
    })
  }
  const missing = await findUnregistered(transaction, codes)
  if (missing.length === 0) return
  throw refused('attendances', {
    'zh-CN': `不是在册企业:${missing.join('、')}。请核对编号;园区外企业填“园区外企业家次”。`,
    en: `Not registered: ${missing.join(', ')}. Check the codes; enterprises outside parks are given as a number.`,
  })
}
