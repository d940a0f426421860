import {
  BUILDING_STRUCTURES,
  BUILDING_USES,
  PARK_FEATURE_KINDS,
  type ParkFeature,
} from '#data/domain/parkFeatures'
import { useI18n } from 'vue-i18n'
import { useTerms } from '../../composables/useTerms.ts'

type Fact = { label: string; value: string; vacant?: boolean }

/** What each kind is asked: what nobody has said of it is a vacancy, not left out. */
const isAsked = ({ kind }: ParkFeature, of: 'house' | 'way' | 'people') => {
  if (of === 'house') return kind === 'building'
  if (of === 'way') return kind === 'road' || kind === 'fireLane' || kind === 'gate'
  return kind === 'assemblyPoint' || kind === 'microFireStation' || kind === 'volunteerBrigade'
}

/** Facts of a thing of a site with their units, in the reader's language. */
export function useSiteFacts() {
  const { t } = useI18n()
  const { term, figure } = useTerms()

  const fact = (key: string, value: string | null, asked: boolean): Fact[] =>
    value === null && !asked
      ? []
      : [
          {
            label: t(`site.fact.${key}`),
            value: value ?? t('site.unknown'),
            vacant: value === null,
          },
        ]
  const metres = (value: number | null) => (value === null ? null : `${figure(value)} m`)
  const count = (value: number | null, unit: string) =>
    value === null ? null : t(`site.unit.${unit}`, { n: figure(value) })
  const floorName = (floor: number) => (floor < 0 ? `B${-floor}` : `${floor}F`)

  function factsOf(feature: ParkFeature, building: ParkFeature | undefined): Fact[] {
    const house = isAsked(feature, 'house')
    const way = isAsked(feature, 'way')
    const { floor, use, structure } = feature
    return [
      ...fact('kind', term(PARK_FEATURE_KINDS[feature.kind]), true),
      ...fact('building', building ? (building.name ?? building.code) : null, false),
      ...fact('floor', floor === null ? null : floorName(floor), false),
      ...fact('use', use && term(BUILDING_USES[use]), house),
      ...fact('floors', count(feature.floors, 'floors'), house),
      ...fact('height', metres(feature.heightMetres), house),
      ...fact('structure', structure && term(BUILDING_STRUCTURES[structure]), house),
      ...fact(
        use === 'dormitory' ? 'beds' : 'occupancy',
        count(feature.occupancy, use === 'dormitory' ? 'beds' : 'people'),
        house,
      ),
      ...fact('netWidth', metres(feature.netWidthMetres), way),
      ...fact('netHeight', metres(feature.netHeightMetres), way && feature.kind !== 'gate'),
      ...fact(
        feature.kind === 'assemblyPoint' ? 'room' : 'members',
        count(feature.capacity, 'people'),
        isAsked(feature, 'people'),
      ),
      ...fact('remark', feature.remark, false),
    ]
  }
  return { factsOf, floorName }
}
