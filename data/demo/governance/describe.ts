import { HIDDEN_DANGER_CATEGORIES, type HiddenDangerCategory } from '../../domain/hiddenDangers.ts'
import { apportion } from '../apportion.ts'
import { groupBy } from '../groupBy.ts'
import type { Random } from '../random.ts'
import { fits, GENERAL_FINDINGS, type FindingText } from './findingTexts.ts'
import { MAJOR_FINDINGS } from './majorFindings.ts'
import type { Finding } from './visit.ts'

export type Description = { text: FindingText; words: string; place: string }

/** Those that fewest enterprises can have come first; the last three fit anybody. */
const MOST_PARTICULAR_FIRST: readonly HiddenDangerCategory[] = [
  'specialCampaign',
  'confinedSpace',
  'chemicalsAndGas',
  'mechanical',
  'specialEquipment',
  'electrical',
  'management',
  'fire',
]

/** What was found: by the shares of the categories (CONTENT.md 4.4), each fitting its enterprise. */
export function describeFindings(
  findings: readonly Finding[],
  random: Random,
): Map<Finding, Description> {
  const descriptions = new Map<Finding, Description>()
  const describe = (finding: Finding, text: FindingText) =>
    descriptions.set(finding, {
      text,
      words: random.pick(text.texts),
      place: random.pick(text.places),
    })
  const own = findings.filter(({ end }) => end !== 'merged')
  const left = countsOfCategories(own.length)
  for (const finding of own.filter(({ majorClause }) => majorClause !== null)) {
    const text = MAJOR_FINDINGS.find(({ clause }) => clause === finding.majorClause)!
    describe(finding, text)
    left[text.category]--
  }
  let waiting = random.shuffled(own.filter(({ majorClause }) => majorClause === null))
  const texts = groupBy(GENERAL_FINDINGS, ({ category }) => category)
  for (const category of MOST_PARTICULAR_FIRST) {
    const others: Finding[] = []
    for (const finding of waiting) {
      const possible = left[category] > 0 ? textsFor(finding, texts.get(category)!) : []
      if (possible.length === 0) {
        others.push(finding)
        continue
      }
      describe(finding, possible[random.weighted(possible.map(({ weight }) => weight))]!)
      left[category]--
    }
    waiting = others
  }
  if (waiting.length > 0) throw new RangeError(`${waiting.length} findings fit no category`)
  for (const finding of findings) {
    if (finding.mergedInto) descriptions.set(finding, descriptions.get(finding.mergedInto)!)
  }
  return descriptions
}

function countsOfCategories(total: number): Record<HiddenDangerCategory, number> {
  const categories = Object.keys(HIDDEN_DANGER_CATEGORIES) as HiddenDangerCategory[]
  const counts = apportion(
    total,
    categories.map((category) => ({ weight: HIDDEN_DANGER_CATEGORIES[category].share })),
  )
  return Object.fromEntries(
    categories.map((category, index) => [category, counts[index]!]),
  ) as Record<HiddenDangerCategory, number>
}

/** On common ground only what needs no enterprise is found. */
function textsFor({ tenant }: Finding, texts: readonly FindingText[]): readonly FindingText[] {
  if (tenant) return texts.filter((text) => fits(text, tenant))
  return texts.filter(({ activities, highRiskClass }) => !activities && !highRiskClass)
}
