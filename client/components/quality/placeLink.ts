import type { QualityItem } from '#data/domain/quality'
import type { RouteLocationRaw } from 'vue-router'

type Placed = Pick<QualityItem, 'areaCode' | 'parkCode' | 'riskPointCode'>

/** The address of the map with a record open: its area, park and risk point as far as it has them. */
export function placeLink({ areaCode, parkCode, riskPointCode }: Placed): RouteLocationRaw {
  return {
    path: '/',
    query: {
      area: areaCode,
      ...(parkCode && { park: parkCode }),
      ...(riskPointCode && { point: riskPointCode }),
    },
  }
}
