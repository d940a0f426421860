import type { Site } from '#data/contract/site/siteResponses'
import { BUILDING_STRUCTURES, BUILDING_USES } from '#data/domain/parkFeatures'
import { useI18n } from 'vue-i18n'
import { useTerms } from '../../composables/useTerms.ts'
import type { PaperRow } from '../../site/plan/paperTable.ts'
import { pointsOfFloor } from '../../site/fourColours.ts'
import { numberedPoints } from '../../site/plan/planPoints.ts'
import type { PlanTable } from '../../site/plan/planSheet.ts'
import type { usePlanWords } from './usePlanWords.ts'

type Words = ReturnType<typeof usePlanWords>

/** The tables beside a plan: its grave risk points, then its buildings or the units of its floor. */
export function usePlanTables(words: Words) {
  const { t } = useI18n()
  const { term, figure } = useTerms()

  function graveRows(site: Site, floor: number | null): PaperRow[] {
    const shown = new Set(pointsOfFloor(site.riskPoints, floor))
    return numberedPoints(site)
      .filter(({ point }) => shown.has(point))
      .map(({ number, point }) => ({
        key: point.code,
        cells: [
          { text: String(number), level: point.level },
          { text: point.name },
          { text: words.placeOf(point) },
          { text: words.enterpriseName(point.enterpriseCode) },
          { text: point.responsiblePerson ?? t('riskPoint.vacant') },
          { text: point.measures },
        ],
      }))
  }
  const graveTable = (site: Site, floor: number | null): PlanTable => ({
    key: 'gravePoints',
    title: t('plan.table.gravePoints'),
    columns: [
      { key: 'number', label: t('plan.table.number'), width: 11 },
      { key: 'name', label: t('plan.table.name'), width: 23, mostLines: 3 },
      { key: 'place', label: t('plan.table.place'), width: 30, mostLines: 3 },
      { key: 'enterprise', label: t('riskPoint.enterprise'), width: 24, mostLines: 3 },
      { key: 'person', label: t('riskPoint.person'), width: 18, mostLines: 3 },
      { key: 'measures', label: t('riskPoint.measures'), width: 30, mostLines: 3 },
    ],
    rows: graveRows(site, floor),
  })

  function buildingTable(site: Site): PlanTable {
    const tenants = new Map<string | null, number>()
    for (const { buildingCode } of site.enterprises)
      tenants.set(buildingCode, (tenants.get(buildingCode) ?? 0) + 1)
    const buildings = site.features.features.filter(
      ({ properties }) => properties.kind === 'building',
    )
    const known = (value: number | null | undefined) => (value ? figure(value) : '–')
    return {
      key: 'buildings',
      title: t('plan.table.buildings'),
      columns: [
        { key: 'building', label: t('plan.table.building'), width: 30, mostLines: 2 },
        { key: 'level', label: t('plan.table.highest'), width: 26, mostLines: 2 },
        { key: 'use', label: t('plan.table.use'), width: 34, mostLines: 2 },
        { key: 'floors', label: t('plan.table.floors'), width: 16 },
        { key: 'enterprises', label: t('plan.table.enterprises'), width: 16 },
        { key: 'people', label: t('plan.table.people'), width: 14 },
      ],
      rows: buildings.map(({ properties }) => {
        const { code, use, structure, floors, heightMetres, occupancy } = properties
        const level = words.levels.value.get(code) ?? null
        const kind = [
          use && term(BUILDING_USES[use]),
          structure && term(BUILDING_STRUCTURES[structure]),
        ]
        const height = heightMetres === null ? '' : ` / ${figure(heightMetres)} m`
        return {
          key: code,
          cells: [
            { text: words.buildingName(code) },
            { text: words.levelName(level), level },
            { text: kind.filter(Boolean).join(' · ') || '–' },
            { text: `${known(floors)}${height}` },
            { text: known(tenants.get(code)) },
            { text: known(occupancy) },
          ],
        }
      }),
    }
  }
  function unitTable(site: Site, floor: number): PlanTable {
    const units = site.features.features.filter(
      ({ properties }) => properties.kind === 'unit' && properties.floor === floor,
    )
    return {
      key: 'units',
      title: t('plan.table.units'),
      columns: [
        { key: 'unit', label: t('plan.table.unit'), width: 24, mostLines: 2 },
        { key: 'enterprise', label: t('riskPoint.enterprise'), width: 42, mostLines: 2 },
        { key: 'level', label: t('plan.table.highest'), width: 28, mostLines: 2 },
        { key: 'officer', label: t('plan.table.officer'), width: 26, mostLines: 2 },
        { key: 'people', label: t('plan.table.headcount'), width: 16 },
      ],
      rows: units.map(({ properties: { code, enterpriseCode, occupancy } }) => {
        const level = words.levels.value.get(code) ?? null
        const enterprise = words.enterprises.value.get(enterpriseCode ?? '')
        return {
          key: code,
          cells: [
            { text: words.short(code) },
            { text: words.enterpriseName(enterpriseCode) },
            { text: words.levelName(level), level },
            { text: enterprise?.safetyOfficer ?? t('riskPoint.vacant') },
            { text: occupancy === null ? '–' : figure(occupancy) },
          ],
        }
      }),
    }
  }

  return {
    tablesOf: (site: Site, floor: number | null): PlanTable[] => [
      graveTable(site, floor),
      floor === null ? buildingTable(site) : unitTable(site, floor),
    ],
  }
}
