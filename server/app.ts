import express, { type Express } from 'express'
import type { Actor } from '#data/domain/roles'
import { DEFAULT_THRESHOLDS, type GradingThresholds } from '#data/grading/grade'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Db } from './db/Db.ts'
import { areaHandlers } from './features/areas/areas.routes.ts'
import { aroundHandlers } from './features/around/around.routes.ts'
import { comparisonHandlers } from './features/comparison/comparison.routes.ts'
import { historyHandlers } from './features/history/history.routes.ts'
import { campaignHandlers } from './features/campaigns/campaigns.routes.ts'
import { checkHandlers } from './features/checks/checks.routes.ts'
import { checkPlanHandlers } from './features/checks/checkPlan.routes.ts'
import { downgradeHandlers } from './features/downgrades/downgrades.routes.ts'
import { enterpriseHandlers } from './features/enterprises/enterprises.routes.ts'
import { gradingHandlers } from './features/grading/grading.routes.ts'
import { hazardSourceHandlers } from './features/hazardSources/hazardSources.routes.ts'
import { hiddenDangerHandlers } from './features/hiddenDangers/hiddenDangers.routes.ts'
import { createIndicatorReader } from './features/indicators/indicatorReader.ts'
import { indicatorHandlers } from './features/indicators/indicators.routes.ts'
import { officeHandlers } from './features/offices/offices.routes.ts'
import { parkRecordHandlers } from './features/parkRecords/parkRecords.routes.ts'
import { registryHandlers } from './features/registries/registries.routes.ts'
import { qualityHandlers } from './features/quality/quality.routes.ts'
import { surroundingsHandlers } from './features/surroundings/surroundings.routes.ts'
import { registerDocs } from './features/docs/docs.routes.ts'
import { healthHandlers } from './features/health/health.routes.ts'
import { parkHandlers } from './features/parks/parks.routes.ts'
import { photoHandlers } from './features/photos/photos.routes.ts'
import { riskPointHandlers } from './features/riskPoints/riskPoints.routes.ts'
import { riskPointWriteHandlers } from './features/riskPoints/riskPointWrites.routes.ts'
import { riskPointColumnHandlers } from './features/riskPoints/columns.routes.ts'
import { siteHandlers } from './features/site/site.routes.ts'
import { searchHandlers } from './features/search/search.routes.ts'
import { createFiguresReader } from './features/summary/figures.ts'
import { summaryHandlers } from './features/summary/summary.routes.ts'
import { clientFiles } from './http/clientFiles.ts'
import { compressAnswers } from './http/encoding.ts'
import { registerEndpoints, type Handlers, type Services } from './http/endpoint.ts'
import { errorHandler } from './http/errors.ts'
import { HttpProblem } from './http/problems.ts'
import { requireReadablePath } from './http/readablePath.ts'
import { requestLog } from './http/requestLog.ts'
import { securityHeaders } from './http/security.ts'

export type AppOptions = {
  db: Db
  clock: Clock
  /** Where `vite build` put the page; it may not exist yet. */
  clientFolder: string
  logger: Logger
  /** 审图号 of the drawn boundaries; none by default. */
  mapApprovalNumber?: string | null
  /** Where the levels of each grading method begin; as in the tables by default. */
  thresholds?: GradingThresholds
  /** In whose name writes are made; nobody writes by default. */
  writer?: Actor | null
  /** Parse every answer by its schema; by default when running from source. */
  checkAnswers?: boolean
}

/** Builds the application and listens nowhere: main.ts does that, and tests on a port of theirs. */
export function createApp(options: AppOptions): Express {
  const { db, clock, clientFolder, logger, writer = null } = options
  const checkAnswers = options.checkAnswers ?? import.meta.filename.endsWith('.ts')
  const app = express()
  app.disable('x-powered-by')
  app.use(requestLog(logger), securityHeaders(), compressAnswers(), requireReadablePath)
  app.use(apiRouter({ db, clock, writer, checkAnswers }, options))
  app.use('/api', (request) => {
    throw new HttpProblem('notFound', `There is no address ${request.originalUrl.split('?')[0]}.`)
  })
  app.use(clientFiles(clientFolder))
  app.use(errorHandler(logger))
  return app
}

function apiRouter(
  services: Services,
  { mapApprovalNumber = null, thresholds = DEFAULT_THRESHOLDS }: AppOptions,
): express.Router {
  const router = express.Router()
  const readFigures = createFiguresReader(services.clock)
  const readIndicators = createIndicatorReader()
  const handlers: Handlers = {
    ...healthHandlers(services, mapApprovalNumber),
    ...areaHandlers(),
    ...parkHandlers(services, readFigures),
    ...riskPointHandlers(services),
    ...riskPointWriteHandlers(services, thresholds),
    ...downgradeHandlers(services),
    ...hazardSourceHandlers(services),
    ...enterpriseHandlers(services),
    ...gradingHandlers(thresholds),
    ...surroundingsHandlers(services),
    ...qualityHandlers(services),
    ...registryHandlers(services),
    ...checkHandlers(services),
    ...checkPlanHandlers(services),
    ...hiddenDangerHandlers(services),
    ...photoHandlers(services),
    ...campaignHandlers(services),
    ...parkRecordHandlers(services),
    ...officeHandlers(services),
    ...indicatorHandlers(services, readFigures, readIndicators),
    ...riskPointColumnHandlers(services),
    ...historyHandlers(services),
    ...comparisonHandlers(services, readFigures, readIndicators),
    ...aroundHandlers(services),
    ...siteHandlers(services),
    ...summaryHandlers(services, readFigures),
    ...searchHandlers(),
  }
  registerEndpoints(router, handlers, services)
  registerDocs(router)
  return router
}
