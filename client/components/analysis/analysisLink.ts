import {
  ANALYSIS_MODE_ORDER,
  BANDWIDTH_METRES,
  BREAK_RULE_ORDER,
  POINT_WEIGHT_ORDER,
  type AnalysisMode,
} from '#data/domain/analysis'
import {
  DEFAULT_ANALYSIS,
  HEXAGON_EDGES,
  LEAST_OPACITY,
  NEIGHBOUR_RINGS,
  type AnalysisSettings,
} from '../../stores/analysis.ts'
import type { ToolKey, ToolQuery } from '../../stores/toolQuery.ts'

const oneOf = <Value extends string | number>(
  values: readonly Value[],
  text: string | undefined,
  otherwise: Value,
): Value => values.find((value) => String(value) === text) ?? otherwise

function within(text: string | undefined, least: number, most: number): number | null {
  const number = text === undefined ? NaN : Number(text)
  return number >= least && number <= most ? number : null
}

/** The settings that a link names; what does not parse is as by default, never an error. */
export function readAnalysis(query: ToolQuery): AnalysisSettings {
  const mode = ANALYSIS_MODE_ORDER.find((each) => each === query.analysis) ?? null
  if (!mode) return DEFAULT_ANALYSIS
  const { least, most } = BANDWIDTH_METRES
  return {
    mode,
    weight: oneOf(POINT_WEIGHT_ORDER, query.weight, DEFAULT_ANALYSIS.weight),
    bandwidthMetres: within(query.bandwidth, least, most),
    breakRule: oneOf(BREAK_RULE_ORDER, query.breaks, DEFAULT_ANALYSIS.breakRule),
    edgeMetres: oneOf(HEXAGON_EDGES, query.edge, DEFAULT_ANALYSIS.edgeMetres),
    extruded: query.extruded === '1',
    neighbourRings: oneOf(NEIGHBOUR_RINGS, query.rings, DEFAULT_ANALYSIS.neighbourRings),
    correction: query.correction === 'none' ? 'none' : DEFAULT_ANALYSIS.correction,
    opacity:
      (within(query.opacity, LEAST_OPACITY * 100, 100) ?? DEFAULT_ANALYSIS.opacity * 100) / 100,
    confined: query.within === 'place',
  }
}

/** What each mode depends on; the rest would say in a link what the map does not show. */
const MODE_SETTINGS = {
  heat: ['weight', 'bandwidthMetres', 'breakRule', 'opacity', 'confined'],
  hexagons: ['weight', 'edgeMetres', 'extruded', 'opacity', 'confined'],
  hotspots: ['weight', 'edgeMetres', 'neighbourRings', 'correction', 'opacity'],
  // The table of clusters has the weight as a column.
  clusters: ['weight', 'confined'],
} as const satisfies Record<AnalysisMode, readonly (keyof AnalysisSettings)[]>

/** What a link says of the settings: only what the mode needs and what differs from the default. */
export function writeAnalysis(settings: AnalysisSettings): Record<AnalysisKey, string | undefined> {
  const { mode } = settings
  const needed: readonly (keyof AnalysisSettings)[] = mode ? MODE_SETTINGS[mode] : []
  const unless = <Key extends keyof AnalysisSettings>(key: Key, text: unknown = settings[key]) =>
    !needed.includes(key) || settings[key] === DEFAULT_ANALYSIS[key] ? undefined : String(text)
  return {
    analysis: mode ?? undefined,
    weight: unless('weight'),
    bandwidth: unless('bandwidthMetres'),
    breaks: unless('breakRule'),
    edge: unless('edgeMetres'),
    extruded: unless('extruded', 1),
    rings: unless('neighbourRings'),
    correction: unless('correction'),
    opacity: unless('opacity', Math.round(settings.opacity * 100)),
    within: unless('confined', 'place'),
  }
}
type AnalysisKey = Extract<
  ToolKey,
  | 'analysis'
  | 'weight'
  | 'bandwidth'
  | 'breaks'
  | 'edge'
  | 'extruded'
  | 'rings'
  | 'correction'
  | 'opacity'
  | 'within'
>
