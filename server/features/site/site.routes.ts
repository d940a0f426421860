import type { SITE_CONTRACT } from '#data/contract/site/site'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { featureCollection } from '../../http/featureCollection.ts'
import { notFound } from '../../http/problems.ts'
import { alikeHandlers } from './alike.routes.ts'
import { learningHandlers } from './learning.routes.ts'
import { rectificationPhotoHandlers } from './rectificationPhotos.routes.ts'
import {
  countPlacelessRiskPoints,
  findSitePark,
  listSiteEnterprises,
  listSiteFeatures,
  listSiteRiskPoints,
} from './site.queries.ts'
import { told } from './told.ts'
import { tourHandlers } from './tours.routes.ts'

export function siteHandlers(services: Services): Pick<Handlers, keyof typeof SITE_CONTRACT> {
  const { clock } = services
  return {
    ...learningHandlers(services),
    ...rectificationPhotoHandlers(services),
    ...alikeHandlers(services),
    ...tourHandlers(services),
    getSite: ({ params: { code }, read }) =>
      read(async (transaction) => {
        const found = await findSitePark(transaction, code)
        if (!found) throw notFound('park', code)
        const { outline, ...park } = found
        return {
          park,
          outline,
          features: featureCollection(await listSiteFeatures(transaction, code)),
          riskPoints: await listSiteRiskPoints(transaction, code),
          riskPointsWithoutPlace: await countPlacelessRiskPoints(transaction, code),
          enterprises: await listSiteEnterprises(transaction, code),
          ...told(clock),
        }
      }),
  }
}
