import {
  measureFewPoints,
  measureHeat,
  type HeatFigures,
  type StraightFigures,
} from './bench/measureHeat.ts'

const SIZES = [10_000, 100_000, 1_000_000]
const BANDWIDTH_METRES = 800
const ROUNDS = 7

const milliseconds = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ms`.padStart(11)

function print(name: string, step: HeatFigures['d3ContourDensity'], ours: number) {
  if ('expectedMilliseconds' in step) {
    const seconds = Math.round(step.expectedMilliseconds / 1000)
    return console.log(`${name.padEnd(26)}not run: about ${seconds} s, going by fewer points`)
  }
  const ratio = (step.milliseconds / ours).toFixed(1)
  console.log(`${name.padEnd(26)}${milliseconds(step.milliseconds)}  ${ratio} × ours`)
}

function printFigures({ points, ours, ...rest }: HeatFigures) {
  console.log(
    `\n${points.toLocaleString('en-US')} points, ${rest.bandwidthMetres} m on cells of ` +
      `${rest.cellMetres} m; medians of ${ROUNDS}`,
  )
  console.log(
    `${'ours, density and bands'.padEnd(26)}${milliseconds(ours.endToEnd)}  density ` +
      `${ours.density.toFixed(1)} (selection ${ours.selection.toFixed(1)}), bands ` +
      `${ours.bandsDragging.toFixed(1)}`,
  )
  console.log(
    `${'apart'.padEnd(26)}${''.padStart(13)}bands at rest ${ours.bandsAtRest.toFixed(1)}, clip ` +
      `${ours.clip.toFixed(1)}, projection once ${ours.projection.toFixed(1)}`,
  )
  print('hexGrid + collect', rest.hexGridAndCollect, ours.endToEnd)
  print('interpolate + isobands', rest.interpolateAndIsobands, ours.endToEnd)
  print('d3 contourDensity', rest.d3ContourDensity, ours.endToEnd)
}

function printFewPoints({ points, interpolateAndIsobands }: StraightFigures, most: HeatFigures) {
  const size = (number: number) => number.toLocaleString('en-US')
  console.log(`\n${size(points)} points in turf, compared with ours at ${size(most.points)}`)
  print('interpolate + isobands', interpolateAndIsobands, most.ours.endToEnd)
}

const asJson = process.argv.includes('--json')
const fewPoints = measureFewPoints(BANDWIDTH_METRES)
const figures: HeatFigures[] = []
for (const points of SIZES) {
  const measured = measureHeat(points, BANDWIDTH_METRES, ROUNDS, figures.at(-1) ?? fewPoints)
  if (!asJson) printFigures(measured)
  figures.push(measured)
}
if (asJson) console.log(JSON.stringify({ fewPoints, figures }, null, 2))
else printFewPoints(fewPoints, figures.at(-1)!)
