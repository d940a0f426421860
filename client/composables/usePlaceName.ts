import { DISTRICT_CODE } from '#data/domain/areas'
import { useAreas, useParks } from '../api/queries.ts'

/** An area, or a park in it; no code is the whole district. */
type Named = { areaCode: string | null; parkCode: string | null }

/** Names of areas and parks; until they are known, and of what is unknown, the code. */
export function usePlaceName() {
  const { data: areas } = useAreas()
  const { data: parks } = useParks()

  const areaName = (code: string) =>
    areas.value?.features.find(({ properties }) => properties.code === code)?.properties.name ??
    code
  const parkName = (code: string) =>
    parks.value?.features.find(({ properties }) => properties.code === code)?.properties.name ??
    code

  return {
    areaName,
    nameOf: ({ areaCode, parkCode }: Named) =>
      parkCode ? parkName(parkCode) : areaName(areaCode ?? DISTRICT_CODE),
  }
}
