import type { PARK_RECORDS_CONTRACT } from '#data/contract/parkRecords'
import type { EndpointTitles } from '../endpointTitles.ts'

export const PARK_RECORDS_TITLES: EndpointTitles<typeof PARK_RECORDS_CONTRACT> = {}
