import type { Rectification } from '../../domain/learning.ts'
import { addDays, dayNumber } from '../../domain/clock.ts'
import type { ParkStage } from '../../domain/parks.ts'
import { nextWorkingDay, workingDay } from '../offices/yearDays.ts'
import { ARTICLE_PARK } from '../namedParks.ts'
import { createStages } from '../parkRecords/createStages.ts'
import { createRandom, DEMO_SEED, type Random } from '../random.ts'
import type { DemoDistrict, DemoPark, DemoParkFeature } from '../types.ts'
import { formerTagsOf } from './formerTags.ts'
import { RECTIFICATION_TEMPLATES, type RectificationTemplate } from './rectificationTexts.ts'
import { siteFiguresOf } from './siteFigures.ts'

export type DemoRectification = Omit<Rectification, 'id'> & { parkCode: string; title: string }

const LEAST = 6
const MOST = 10

type Days = Record<ParkStage, string>

/**
 * 问题 → 措施 → 成效 of the demonstration parks: found when the plan was made, done in the stage of
 * rectification, finished before the acceptance (createStages).
 */
export function createRectifications(district: DemoDistrict): DemoRectification[] {
  const stages = createStages(district)
  return district.parks
    .filter(({ demonstration }) => demonstration)
    .flatMap((park) => {
      const own = stages.filter(({ parkCode }) => parkCode === park.code)
      const days = Object.fromEntries(own.map(({ stage, enteredOn }) => [stage, enteredOn])) as Days
      const features = district.parkFeatures.filter(({ parkCode }) => parkCode === park.code)
      const figures = siteFiguresOf(district, park.code, features)
      const random = createRandom(DEMO_SEED, 'rectifications', park.code)
      return choose(park, features, random).map((template): DemoRectification => ({
        parkCode: park.code,
        title: template.title,
        problemTag: template.tag,
        aspect: template.aspect,
        problem: template.problem(figures),
        measure: template.measure(figures),
        result: template.result(figures),
        ...datesOf(template, days, random),
        costYuan: Math.round(random.between(...template.cost)) * 1000,
        featureCode: featureOf(template, features, random)?.code ?? null,
        copyNote: template.copyNote,
      }))
    })
}

/** Those of the problems that the park had first, and at most ten. */
function choose(
  { code, name, parkType }: DemoPark,
  features: readonly DemoParkFeature[],
  random: Random,
): RectificationTemplate[] {
  const tags = formerTagsOf(code)
  const fits = ({ tag, types, grave, feature }: RectificationTemplate) =>
    (tag === null || tags.includes(tag)) &&
    (types?.includes(parkType) ?? true) &&
    !(grave && name === ARTICLE_PARK.name) &&
    (feature === null || features.some(({ kind }) => kind === feature))
  const possible = RECTIFICATION_TEMPLATES.filter(fits)
  const wanted = Math.min(possible.length, LEAST + 1 + random.integer(MOST - LEAST))
  const left = new Set(random.shuffled(possible))
  // One for each problem, and whatever belongs to the trade; the others as they come.
  const first = possible.filter(
    ({ tag, types }, index) =>
      types !== undefined ||
      (tag !== null && possible.findIndex((each) => each.tag === tag) === index),
  )
  for (const each of first) left.delete(each)
  const chosen = new Set([...first, ...left].slice(0, wanted))
  return possible.filter((template) => chosen.has(template))
}

function datesOf(template: RectificationTemplate, days: Days, random: Random) {
  const foundOn = workingDay(addDays(days.plan, 5 + random.integer(12)))
  const room = dayNumber(days.acceptance) - dayNumber(days.rectification) - 6
  const needed = Math.min(
    room,
    template.days[0] + random.integer(template.days[1] - template.days[0] + 1),
  )
  const startedOn = nextWorkingDay(
    addDays(days.rectification, random.integer(Math.max(1, room - needed))),
  )
  return { foundOn, startedOn, finishedOn: workingDay(addDays(startedOn, needed)) }
}

/** One of the kind, not always the first. */
function featureOf(
  { feature }: RectificationTemplate,
  features: readonly DemoParkFeature[],
  random: Random,
): DemoParkFeature | null {
  const own = features.filter(({ kind, use }) => kind === feature && use !== 'dormitory')
  return own.length > 0 ? random.pick(own) : null
}
