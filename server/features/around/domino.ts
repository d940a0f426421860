import { LIST_LENGTH, type datedSchema } from '#data/contract/analysis/analysisSchemas'
import { DOMINO_LINKS, type Domino } from '#data/contract/analysis/dominoResponses'
import { areaContains } from '#data/domain/areas'
import { FUELS } from '#data/grading/consequences/fuels'
import { MASS_RANGE } from '#data/grading/consequences/inputs'
import { vce, VCE_YIELD } from '#data/grading/consequences/vce'
import type { Queryable } from '../../db/Db.ts'
import { notFound } from '../../http/problems.ts'
import { findAreaName } from './coverage.queries.ts'
import { bounded } from './describeAround.ts'
import { groupByReach, type ReachGroup } from './dominoGroups.ts'
import {
  listDominoSources,
  readDominoHarm,
  type DominoHarm,
  type DominoSource,
} from './domino.queries.ts'
import { forgoCompilation } from './searchedArea.queries.ts'

/** The answer but for its date. */
type Computed = Omit<Domino, keyof typeof datedSchema>
/** A source that burns, at its place. */
type Burning = Omit<DominoSource, 'longitude' | 'latitude'> & {
  longitude: number
  latitude: number
  radiusMetres: number
  burningTonnes: number
}

const HEATS = new Map<string, number>(
  Object.entries(FUELS).map(([cas, fuel]) => [cas, fuel.heatOfCombustionKjPerKg]),
)
const heatOf = (cas: string | null): number | undefined =>
  cas === null ? undefined : HEATS.get(cas)

/**
 * Groups of hazard sources whose property-damage circles reach one another, with at least one member
 * in the area. Neighbours outside it belong to the groups too.
 * @throws HttpProblem 404 for an unknown area
 */
export async function computeDomino(transaction: Queryable, areaCode: string): Promise<Computed> {
  const area = await findAreaName(transaction, areaCode)
  if (!area) throw notFound('area', areaCode)
  await forgoCompilation(transaction)
  const sources = await listDominoSources(transaction)
  const burning = sources.flatMap((source) => burningOf(source) ?? [])
  const isHere = ({ areaCode: code }: { areaCode: string }) => areaContains(areaCode, code)
  const reached = groupByReach(burning)
  const groups = reached.groups.filter(({ members }) => members.some(isHere))
  const atOnePlace = reached.atOnePlace.filter((members) => members.some(isHere))
  const listed = groups.slice(0, LIST_LENGTH)
  const harms = await readDominoHarm(
    transaction,
    listed.flatMap(({ members }, index) =>
      members.map((member) => ({ ...member, number: index + 1 })),
    ),
  )
  return {
    area,
    groups: bounded(
      listed.map((group, index) => ({
        ...describeGroup(group, harms[index]!),
        crossesArea: !group.members.every(isHere),
      })),
      groups.length,
    ),
    atOnePlace: { groups: atOnePlace.length, hazardSources: atOnePlace.flat().length },
    assumptions: { model: 'vce', yield: VCE_YIELD, quantity: 'designedMaximum' },
    ...countSources(sources.filter(isHere)),
  }
}

/**
 * A source with its radius (DOMAIN 2.5): the heat of all its substances together, that of a mixture
 * being their sum. Null without a place or without a substance whose heat of combustion is known.
 */
function burningOf(source: DominoSource): Burning | null {
  const { longitude, latitude, substances } = source
  const burns = substances.flatMap(({ cas, tonnes }) => {
    const heat = heatOf(cas)
    return heat === undefined ? [] : [{ tonnes, heat }]
  })
  if (longitude === null || latitude === null || burns.length === 0) return null
  const tonnes = sum(burns.map((each) => each.tonnes))
  const { radiiMetres } = vce({
    // What nobody can store is a slip of the pen that must not hide every other group.
    massKg: Math.min(tonnes * 1000, MASS_RANGE.most),
    heatOfCombustionKjPerKg: sum(burns.map((each) => each.tonnes * each.heat)) / tonnes,
  })
  return {
    ...source,
    longitude,
    latitude,
    radiusMetres: Math.round(radiiMetres.property * 10) / 10,
    burningTonnes: Number(tonnes.toPrecision(6)),
  }
}

function describeGroup({ members, links }: ReachGroup<Burning>, harm: DominoHarm) {
  return {
    ...harm,
    members: members.map((member) => ({
      code: member.code,
      name: member.name,
      longitude: member.longitude,
      latitude: member.latitude,
      riskPointCode: member.riskPointCode,
      parkCode: member.parkCode,
      parkName: member.parkName,
      level: member.level,
      majorHazardGrade: member.majorHazardGrade,
      radiusMetres: member.radiusMetres,
      burningTonnes: member.burningTonnes,
    })),
    links: bounded(links.slice(0, DOMINO_LINKS), links.length),
  }
}

function countSources(
  sources: readonly DominoSource[],
): Pick<Computed, 'hazardSources' | 'leftOut'> {
  const counts = { counted: 0, withoutValue: 0, withoutSubstances: 0, unlocated: 0 }
  const leftOut = new Map<string, Domino['leftOut'][number]>()
  for (const { substances, longitude } of sources) {
    const burns = substances.some(({ cas }) => heatOf(cas) !== undefined)
    if (substances.length === 0) counts.withoutSubstances += 1
    else if (!burns) counts.withoutValue += 1
    else if (longitude === null) counts.unlocated += 1
    else counts.counted += 1
    for (const { cas, name } of substances) {
      if (heatOf(cas) !== undefined) continue
      const key = cas ?? name
      const before = leftOut.get(key) ?? { cas, name, hazardSources: 0 }
      leftOut.set(key, { ...before, hazardSources: before.hazardSources + 1 })
    }
  }
  return {
    hazardSources: { total: sources.length, ...counts },
    leftOut: [...leftOut.values()].sort((a, b) => b.hazardSources - a.hazardSources),
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
