import { highestLevel } from '#data/domain/riskLevels'
import { MEASURES, classIndex } from '#data/domain/measures'
import type { FiguresAnswer } from '#data/contract/responses'
import { MAP_THEMES } from './mapTheme.ts'
import type { SceneState } from './scene.ts'

type AreaEntry = FiguresAnswer['areas'][number]

/** What an area shows: the colour of its class, or the hatch of an area without a park. */
export type AreaPaint = { code: string; colour: string | null; hatched: boolean }

/** Colour of class `index` of `classes`: the ramp is spread so that the last class is the strongest. */
export function rampColour(ramp: readonly string[], index: number, classes: number): string {
  const step = classes < 2 ? 0 : Math.round((index / (classes - 1)) * (ramp.length - 1))
  return ramp[step] ?? '#000000'
}

/** The strongest colour is that of the worst class, which of a `reversed` measure is the first. */
export function classColour(
  ramp: readonly string[],
  entry: object,
  index: number,
  classes: number,
) {
  return rampColour(ramp, 'reversed' in entry ? classes - 1 - index : index, classes)
}

function colourOf(
  area: AreaEntry,
  level: 'street' | 'community',
  { measure, theme }: Pick<SceneState, 'measure' | 'theme'>,
): string | null {
  const { ramp, levelFill } = MAP_THEMES[theme]
  const entry = MEASURES[measure]
  if (entry.kind === 'level') {
    const highest = highestLevel(area.riskPoints)
    return highest ? levelFill[highest] : null
  }
  const value = entry.value(area)
  if (value === null) return null
  const { [level]: classes } = entry.classes
  return classColour(ramp, entry, classIndex(value, classes), classes.length)
}

/** The paint of every street or community, in the order of the figures. */
export function areaPaints(
  figures: FiguresAnswer,
  level: 'street' | 'community',
  state: Pick<SceneState, 'measure' | 'theme'>,
): AreaPaint[] {
  return figures.areas
    .filter((area) => area.level === level)
    .map((area) => ({
      code: area.code,
      hatched: area.parks === 0,
      colour: area.parks === 0 ? null : colourOf(area, level, state),
    }))
}
