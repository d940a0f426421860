import type { Around, FacilityAway } from '#data/contract/analysis/aroundResponses'
import { FACILITY_KINDS } from '#data/domain/facilities'
import { MAJOR_HAZARD_GRADE_LABELS } from '#data/domain/hazardSources'
import { PARK_GRADES } from '#data/domain/parks'
import { useI18n } from 'vue-i18n'
import { useTerms } from '../../composables/useTerms.ts'
import { FACILITY_SIGNS } from '../../map/overlays/aroundStyle.ts'
import type { PlaceRow } from './PlaceRows.vue'
import { useAroundWords } from './useAroundWords.ts'

const atOf = ({ longitude, latitude }: { longitude: number; latitude: number }) =>
  [longitude, latitude] as const

/** Places of an answer as rows of a list. */
export function useAroundRows() {
  const { t } = useI18n()
  const { term, words, figure } = useTerms()
  const { metres, minutes } = useAroundWords()

  const facility = (place: FacilityAway): PlaceRow => ({
    key: place.code,
    name: place.name,
    detail: [
      term(FACILITY_KINDS[place.kind]),
      ...(place.people === null ? [] : [t('around.people', { n: figure(place.people) })]),
      minutes(place.minutes),
    ].join(' · '),
    value: metres(place.distanceMetres),
    at: atOf(place),
    sign: FACILITY_SIGNS[place.kind],
    sensitive: FACILITY_KINDS[place.kind].sensitive,
  })

  return {
    facility,
    gravePoint: (point: Around['gravePoints']['items'][number]): PlaceRow => ({
      key: point.code,
      name: point.name,
      detail: [point.parkName, point.enterpriseName].filter(Boolean).join(' · '),
      value: metres(point.distanceMetres),
      at: atOf(point),
      level: point.level,
    }),
    park: (park: Around['parks']['items'][number]): PlaceRow => ({
      key: park.code,
      name: park.name,
      detail: term(PARK_GRADES[park.grade]),
      value: metres(park.distanceMetres),
      at: atOf(park),
    }),
    majorHazard: (source: Around['hazardSources']['majorHazards']['items'][number]): PlaceRow => ({
      key: source.code,
      name: source.name,
      detail: `${words(MAJOR_HAZARD_GRADE_LABELS[source.grade])} · ${source.parkName}`,
      value: metres(source.distanceMetres),
      at: atOf(source),
    }),
  }
}
