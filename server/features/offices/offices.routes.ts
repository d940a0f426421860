import type { OFFICES_CONTRACT } from '#data/contract/offices'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { accidentHandlers } from './accidents.routes.ts'
import { documentHandlers } from './documents.routes.ts'
import { enforcementHandlers } from './enforcement.routes.ts'
import { handoverHandlers } from './handovers.routes.ts'
import { trainingHandlers } from './trainings.routes.ts'
import { workPermitHandlers } from './workPermits.routes.ts'

export function officeHandlers(services: Services): Pick<Handlers, keyof typeof OFFICES_CONTRACT> {
  return {
    ...enforcementHandlers(services),
    ...documentHandlers(services),
    ...accidentHandlers(services),
    ...workPermitHandlers(services),
    ...trainingHandlers(services),
    ...handoverHandlers(services),
  }
}
