import type { HexagonFacts, HexagonRequest, Hexagons, SelectionFacts } from '../analysisProtocol.ts'
import type { RiskPointTable } from '../riskPointTable.ts'
import type { WeightedPoints } from '../weightedPoints.ts'
import { binHexagons } from './binHexagons.ts'
import { createHexagonPainter, hexagonGrid } from './hexagonGrid.ts'
import { quantileBreaks } from './quantileBreaks.ts'

/** The selected points of a table and what is said of them: what every analysis works on. */
export type HexagonInput = {
  table: RiskPointTable
  points: WeightedPoints
  facts: SelectionFacts
}

/** Every hexagon with a selected point: how many, how heavy, the highest level, the density. */
export function countHexagons(
  { table, points, facts }: HexagonInput,
  { edgeMetres }: Pick<HexagonRequest, 'edgeMetres'>,
): Hexagons {
  const start = performance.now()
  const grid = hexagonGrid(edgeMetres)
  const bins = binHexagons(grid, points, table.level)
  const paint = createHexagonPainter(grid)
  const features = Array.from({ length: bins.length }, (_, index) => {
    const column = bins.column[index]!
    const row = bins.row[index]!
    const weight = bins.weight[index]!
    const properties: HexagonFacts = {
      id: `${column},${row}`,
      count: bins.count[index]!,
      weight,
      highestRank: bins.highestRank[index]!,
      perSquareKilometre: weight / grid.squareKilometres,
    }
    return { type: 'Feature' as const, geometry: paint(column, row), properties }
  })
  return {
    ...facts,
    hexagons: { type: 'FeatureCollection', features },
    edgeMetres,
    breaks: quantileBreaks(features.map(({ properties }) => properties.perSquareKilometre)),
    milliseconds: performance.now() - start,
  }
}
