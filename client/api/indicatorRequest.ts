import { INDICATORS_CONTRACT } from '#data/contract/indicators'
import { createRequest } from './request.ts'

/** Indicators, freezes and decisions; whoever imports this comes after the first frame. */
export const indicatorRequest = createRequest(INDICATORS_CONTRACT)
