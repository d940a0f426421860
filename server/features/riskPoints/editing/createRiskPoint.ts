import type { RiskPointCreation } from '#data/contract/bodies'
import { refused } from '../../../http/problems.ts'
import {
  insertRiskPoints,
  nextRiskPointCode,
  type RiskPointFacts,
} from '../riskPointWrites.queries.ts'
import { lockRiskPoint } from '../riskPointRecord.queries.ts'
import { requestDowngrade } from './applyChange.ts'
import { assess } from './assess.ts'
import { markOf, type Editing } from '../../versions/editRecord.ts'
import { splitLowering, type EditingContext } from './planChange.ts'
import { resolveAccidentTypes } from './resolveAccidentTypes.ts'
import { resolveCoordinates } from './resolveCoordinates.ts'
import { resolvePlace } from './resolvePlace.ts'

/** Registers a risk point. @returns its code */
export async function createRiskPoint(
  creation: RiskPointCreation,
  editing: Editing,
  context: EditingContext,
): Promise<string> {
  const { transaction } = editing
  const { parkCode, enterpriseCode = null, levelOverride = null } = creation
  const place = await resolvePlace(transaction, parkCode, enterpriseCode)
  const types = resolveAccidentTypes(creation)
  if (!types) {
    throw refused('accidentTypes', {
      'zh-CN': '请选择事故类型(GB 6441-2025),或填写1986版类别。',
      en: 'Name the accident types, in accidentTypes (GB 6441-2025) or accidentTypes1986.',
    })
  }
  const assessment = assess(
    {
      grading: creation.grading,
      levelOverride,
      level: creation.level,
      assessedOn: creation.assessedOn ?? context.today,
    },
    context,
  )
  const { atOnce, lowering } = splitLowering(assessment, null)
  const facts: RiskPointFacts = {
    code: await nextRiskPointCode(transaction),
    name: creation.name,
    parkCode,
    enterpriseCode,
    ...place,
    ...(await resolveCoordinates(transaction, creation.coordinates ?? null)),
    location: creation.location,
    floor: creation.floor ?? null,
    ...(atOnce ?? assessment),
    ...types,
    controlLevel: creation.controlLevel,
    responsibleDepartment: creation.responsibleDepartment ?? null,
    responsiblePerson: creation.responsiblePerson ?? null,
    guarantor: creation.guarantor ?? null,
    measures: creation.measures,
    retiredAt: null,
  }
  await insertRiskPoints(transaction, [facts], markOf(editing, 'create', creation.reason ?? null))
  const point = lowering && (await lockRiskPoint(transaction, facts.code))
  if (point) {
    const reason = lowering.levelOverride?.reason ?? ''
    const { trigger = 'survey' } = creation
    await requestDowngrade(point, lowering, { reason, trigger }, editing)
  }
  return facts.code
}
