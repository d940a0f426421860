import type { OFFICES_CONTRACT } from '#data/contract/offices'
import type { EndpointTitles } from '../endpointTitles.ts'

export const OFFICES_TITLES: EndpointTitles<typeof OFFICES_CONTRACT> = {}
