import { GRADING_CONTRACT } from '#data/contract/grading'
import { QUALITY_CONTRACT } from '#data/contract/quality'
import { RECORDS_CONTRACT } from '#data/contract/records'
import { createRequest } from './request.ts'

/** The endpoints that write and judge records; whoever imports this comes after the first frame. */
export const recordRequest = createRequest({
  ...RECORDS_CONTRACT,
  ...GRADING_CONTRACT,
  ...QUALITY_CONTRACT,
})
