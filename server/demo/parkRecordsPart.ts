import { createCampaigns } from '#data/demo/campaigns/createCampaigns'
import { createDrills } from '#data/demo/parkRecords/createDrills'
import { createFourParty } from '#data/demo/parkRecords/createFourParty'
import { createGradings } from '#data/demo/parkRecords/createGradings'
import { createOrganisations } from '#data/demo/parkRecords/createOrganisations'
import { createStages } from '#data/demo/parkRecords/createStages'
import { DISTRICT_CODE } from '#data/domain/areas'
import { analyzeCampaigns, deleteAllCampaigns, insertDemoCampaign } from './campaigns.queries.ts'
import {
  analyzeParkRecords,
  deleteAllFourParty,
  deleteAllParkRecords,
  deleteAllStages,
  deleteAllStationDrills,
  insertDrills,
  insertFourParty,
  insertGradings,
  insertStages,
  updateOrganisations,
} from './parkRecords.queries.ts'
import type { DemoPart } from './parts.ts'

const CLERK = '演示街道安监员'
/** The records of the demo were there before its year of history begins. */
const REGISTERED_DAYS_BEFORE = 400
const DAY_MILLISECONDS = 86_400_000

/** 一园一档, gradings and acceptances. */
export const parkRecordsPart: DemoPart = {
  remove: async (transaction) => {
    await deleteAllParkRecords(transaction)
    await deleteAllStationDrills(transaction)
    await deleteAllFourParty(transaction)
    await deleteAllStages(transaction)
  },
  insert: async (transaction, { district, asOf }) => {
    const at = new Date(asOf.getTime() - REGISTERED_DAYS_BEFORE * DAY_MILLISECONDS)
    const mark = { at, by: '演示数据', kind: 'load', reason: null } as const
    await updateOrganisations(transaction, createOrganisations(district), mark)
    await insertStages(transaction, createStages(district), CLERK)
    await insertFourParty(transaction, createFourParty(district), CLERK)
    await insertDrills(transaction, createDrills(district), CLERK)
    await insertGradings(transaction, createGradings(district))
    await analyzeParkRecords(transaction)
  },
}

/** The four campaigns with their targets. */
export const campaignsPart: DemoPart = {
  remove: deleteAllCampaigns,
  insert: async (transaction, { district }) => {
    for (const campaign of createCampaigns(district)) {
      await insertDemoCampaign(transaction, campaign, { areaCode: DISTRICT_CODE, by: CLERK })
    }
    await analyzeCampaigns(transaction)
  },
}
