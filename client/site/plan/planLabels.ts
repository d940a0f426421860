import { textWidth, wrapText } from './paperText.ts'
import { leastCovering, type Taken } from './placeBoxes.ts'
import type { Millimetres, PaperBox } from './planFrame.ts'
import { LINE_HEIGHT } from './paperTable.ts'
import type { LabelLine, PlanLabel } from './planTypes.ts'

const SIZES = [3, 2.6, 2.3, 2, 1.8] as const
const MARK_SHARE = 1.4

const widthOf = ({ text, level }: LabelLine, size: number) =>
  textWidth(text, size) + (level ? size * MARK_SHARE : 0)

/** Lines no wider than `width`; a mark goes with the first line of its words. */
const wrapped = (lines: readonly LabelLine[], width: number, size: number): LabelLine[] =>
  lines.flatMap((line) =>
    wrapText(line.text, width - (line.level ? size * MARK_SHARE : 0), size).map((text, index) =>
      index === 0 ? { ...line, text } : { text, ...(line.bold && { bold: true }) },
    ),
  )

const placesIn = (box: PaperBox, width: number, height: number) =>
  [0.5, 0.25, 0.75, 0.04, 0.96].flatMap((down) =>
    [0.5, 0.2, 0.8, 0.03, 0.97].map((along) => ({
      box: {
        x: box.x + (box.width - width) * along,
        y: box.y + (box.height - height) * down,
        width,
        height,
      },
      cost: (Math.abs(along - 0.5) + Math.abs(down - 0.5)) * 2,
    })),
  )

/** Above, below and beside an area, for what does not fit into it or must not cover what is in it. */
function placesAround(box: PaperBox, width: number, height: number) {
  const middle = box.x + (box.width - width) / 2
  const spots = [
    [middle, box.y - height - 0.6],
    [middle, box.y + box.height + 0.6],
    [box.x, box.y - height - 0.6],
    [box.x + box.width - width, box.y - height - 0.6],
    [box.x + box.width + 0.8, box.y + (box.height - height) / 2],
    [box.x - width - 0.8, box.y + (box.height - height) / 2],
  ] as const
  return spots.map(([x, y]) => ({ box: { x, y, width, height } }))
}

function made(code: string, size: number, lines: readonly LabelLine[], box: PaperBox): PlanLabel {
  const at: Millimetres = [box.x + box.width / 2, box.y]
  return { code, size, lines, box, at }
}

function measured(lines: readonly LabelLine[], size: number) {
  const width = Math.max(...lines.map((line) => widthOf(line, size)))
  return { width, height: lines.length * size * LINE_HEIGHT }
}

/**
 * A label within the box of an area, as large as it fits; `short` is what stands there where even
 * the smallest letters do not (the schedule beside the plan says the rest).
 */
export function labelWithin(
  code: string,
  area: PaperBox,
  lines: readonly LabelLine[],
  short: readonly LabelLine[],
  taken: Taken[],
): PlanLabel {
  const room = area.width - 1.2
  const fitting = SIZES.map((size) => {
    const laid = wrapped(lines, room, size)
    return { size, laid, ...measured(laid, size) }
  }).find(({ width, height }) => width <= room && height <= area.height - 1)
  const size = fitting?.size ?? SIZES[4]
  const laid = fitting?.laid ?? short
  const { width, height } = measured(laid, size)
  const { box } = leastCovering(placesIn(area, width, height), taken, area)
  taken.push({ box, weight: 10 })
  return made(code, size, laid, box)
}

/** A label beside an area. */
export function labelBeside(
  code: string,
  area: PaperBox,
  lines: readonly LabelLine[],
  taken: Taken[],
  bounds: PaperBox,
): PlanLabel {
  const size = SIZES[2]
  const { width, height } = measured(lines, size)
  const { box } = leastCovering(placesAround(area, width, height), taken, bounds)
  taken.push({ box, weight: 10 })
  return made(code, size, lines, box)
}
