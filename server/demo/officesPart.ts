import { createAccidents } from '#data/demo/offices/createAccidents'
import { createDutyShifts } from '#data/demo/offices/createDutyShifts'
import { createEnforcement } from '#data/demo/offices/createEnforcement'
import { createTrainings, DEMO_TRAINING_TARGET } from '#data/demo/offices/createTrainings'
import { createWorkPermits } from '#data/demo/offices/createWorkPermits'
import { DISTRICT_CODE } from '#data/domain/areas'
import { insertConnection } from '../features/offices/accidents.queries.ts'
import { insertTrainingTarget } from '../features/offices/trainingWrites.queries.ts'
import {
  analyzeOffices,
  deleteOffices,
  insertDemoAccidents,
  insertDemoDutyShifts,
  insertDemoEnforcement,
  insertDemoTrainings,
  insertDemoWorkPermits,
  listTransferredDangers,
} from './offices.queries.ts'
import { insertDemoDocuments, insertDemoHandovers } from './insertDemoDocuments.ts'
import type { DemoPart } from './parts.ts'

const OFFICER = '演示街道安监员'

/** Enforcement, accidents, dangerous work, trainings and the duty roster of the demo. */
export const officesPart: DemoPart = {
  remove: deleteOffices,
  insert: async (transaction, { district, asOf }) => {
    const mark = { by: OFFICER, at: asOf }
    const year = Number(district.asOfDay.slice(0, 4))
    const transferred = await listTransferredDangers(transaction)
    await insertDemoEnforcement(transaction, createEnforcement(district, transferred), mark)
    await insertDemoAccidents(transaction, createAccidents(district), mark)
    await insertConnection(transaction, {
      source: 'accidents',
      areaCode: DISTRICT_CODE,
      sourceName: '区安委办事故月报(演示)',
      scopeLevel: 'district',
      connectedOn: `${year - 1}-01-01`,
      ...mark,
    })
    await insertDemoWorkPermits(transaction, createWorkPermits(district), mark)
    await insertDemoTrainings(transaction, createTrainings(district), mark)
    await insertTrainingTarget(transaction, {
      year,
      areaCode: DISTRICT_CODE,
      attendances: DEMO_TRAINING_TARGET,
      source: '区年度培训计划(演示)',
      ...mark,
    })
    await insertDemoDutyShifts(transaction, createDutyShifts(district.asOfDay), mark)
    await insertDemoDocuments(transaction, mark)
    await insertDemoHandovers(transaction, mark)
    await analyzeOffices(transaction)
  },
}
