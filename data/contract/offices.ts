import type { Endpoint } from './endpoint.ts'
import { ACCIDENTS_CONTRACT } from './offices/accidents.ts'
import { DOCUMENTS_CONTRACT } from './offices/documents.ts'
import { ENFORCEMENT_CONTRACT } from './offices/enforcement.ts'
import { HANDOVERS_CONTRACT } from './offices/handovers.ts'
import { TRAININGS_CONTRACT } from './offices/trainings.ts'
import { WORK_PERMITS_CONTRACT } from './offices/workPermits.ts'

/** Enforcement, documents, accidents, work permits, trainings and handovers. */
export const OFFICES_CONTRACT = {
  ...ENFORCEMENT_CONTRACT,
  ...DOCUMENTS_CONTRACT,
  ...ACCIDENTS_CONTRACT,
  ...WORK_PERMITS_CONTRACT,
  ...TRAININGS_CONTRACT,
  ...HANDOVERS_CONTRACT,
} as const satisfies Record<string, Endpoint>
