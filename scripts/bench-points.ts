import { measurePoints, type PointFigures } from './bench/measurePoints.ts'

const SIZES = [10_000, 100_000, 1_000_000]
const ROUNDS = 7

function print({ points, columnBytes, jsonBytes, steps }: PointFigures) {
  const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`
  console.log(
    `\n${points.toLocaleString('en-US')} points: ${mebibytes(columnBytes)} as columns, ` +
      `${mebibytes(jsonBytes)} as GeoJSON; medians of ${ROUNDS}`,
  )
  for (const { step, columns, plain, ratio } of steps) {
    const milliseconds = (value: number) => `${value.toFixed(2)} ms`.padStart(12)
    console.log(
      `${step.padEnd(20)}${milliseconds(columns)} columns ${milliseconds(plain)} objects ` +
        `${ratio.toFixed(1).padStart(9)} ×`,
    )
  }
}

const figures = SIZES.map((points) => {
  const measured = measurePoints(points, ROUNDS)
  if (!process.argv.includes('--json')) print(measured)
  return measured
})
if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 2))
