import { RISK_LEVEL_ORDER, riskLevelOfRank, type RiskLevel } from '#data/domain/riskLevels'
import type { Layer, Position } from '@deck.gl/core'
import { IconLayer, ScatterplotLayer, type ScatterplotLayerProps } from '@deck.gl/layers'
import type { HazardMarks, Marks, PointMarks } from '../../analysis/marks.ts'
import type { Theme } from '../../stores/session.ts'
import { isAtLeast, type Scale } from '../scale.ts'
import { levelIcons } from './levelIcons.ts'
import { MARK_COLOURS, MARK_SIZES, rgbOf, type MarkColours } from './markStyle.ts'

export type RiskPointLayersState = {
  marks: Marks
  theme: Theme
  /** MARK_COLOURS of the theme unless told otherwise. */
  colours?: MarkColours
  scale: Scale
  visible: { riskPoints: boolean; hazardSources: boolean }
  selectedPosition: Position | null
  hoveredPosition: Position | null
  /** The MapLibre layer that everything is drawn below: the first of the labels. */
  beforeId: string
  /** Device pixels to a CSS pixel. */
  pixelRatio: number
  /** 1 at a desk; larger where type is larger, as on walls. */
  textScale: number
  /** Marks stand at their height; flat on the ground without it. */
  raised?: boolean
  /** 0 to 1, below 1 while marks of one scale fade into those of the next. */
  opacity?: number
}

/** deck.gl knows it from no type: MapLibreOverlay reads it off the layer (interleaved mode). */
type Interleaved = { beforeId: string }
type Placed = Pick<PointMarks, 'positions' | 'heights'>

/** Marks lie flat on one plane: what is drawn later is on top, whatever the pitch. */
const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const

/** deck.gl uploads again when `data` is another object, so each set of positions has one for good. */
const dataOfPositions = new WeakMap<Float32Array, ReturnType<typeof binaryData>>()
const binaryData = (value: Float32Array) => ({
  length: value.length / 2,
  attributes: { getPosition: { value, size: 2 } },
})
function dataOf(positions: Float32Array) {
  const data = dataOfPositions.get(positions) ?? binaryData(positions)
  dataOfPositions.set(positions, data)
  return data
}

const dataOfHeights = new WeakMap<Float32Array, ReturnType<typeof raisedData>>()
/** Degrees, degrees and metres in turn. */
function raisedData(positions: Float32Array, heights: Float32Array) {
  const value = new Float32Array(heights.length * 3)
  heights.forEach((height, index) => {
    value.set([positions[index * 2]!, positions[index * 2 + 1]!, height], index * 3)
  })
  return { length: heights.length, attributes: { getPosition: { value, size: 3 } } }
}

function placesOf({ positions, heights }: Placed, raised = false) {
  if (!raised || !heights) return dataOf(positions)
  const data = dataOfHeights.get(heights) ?? raisedData(positions, heights)
  dataOfHeights.set(heights, data)
  return data
}

function levelLayer(state: RiskPointLayersState, level: RiskLevel): Layer {
  const { theme, scale, pixelRatio, textScale, beforeId, opacity = 1 } = state
  const { atlas, frames } = levelIcons(theme, scale, pixelRatio * textScale)
  return new IconLayer<unknown, Interleaved>({
    id: `risk-points-${level}-${scale}`,
    data: placesOf(state.marks.byLevel[level], state.raised),
    // Typed as a texture or an address; takes what a texture is made of as well.
    iconAtlas: atlas as unknown as string,
    iconMapping: frames,
    getIcon: level as never,
    getSize: frames[level].height / pixelRatio,
    textureParameters: { minFilter: 'linear', magFilter: 'linear', mipmapFilter: 'none' },
    opacity,
    pickable: false,
    parameters: FLAT,
    beforeId,
  })
}

type CircleStyle = Partial<ScatterplotLayerProps> & { id: string }

/** Circles of a fixed size on screen, a line without filling unless told otherwise. */
function circleLayer(
  { beforeId, textScale, opacity = 1 }: RiskPointLayersState,
  data: ScatterplotLayerProps['data'],
  style: CircleStyle,
): Layer {
  return new ScatterplotLayer<unknown, Interleaved>({
    data,
    radiusUnits: 'pixels',
    lineWidthUnits: 'pixels',
    radiusScale: textScale,
    lineWidthScale: textScale,
    billboard: true,
    stroked: true,
    filled: false,
    opacity,
    pickable: false,
    parameters: FLAT,
    beforeId,
    ...style,
  } as ScatterplotLayerProps & Interleaved)
}

/** Just outside the corners of the widest shapes, square and triangle. */
const ringRadius = (markSize: number) => markSize * 0.62 + 2

/** One ring around each point of a part of the hazard sources, as wide as the mark inside asks. */
function ringLayer(
  state: RiskPointLayersState,
  part: keyof HazardParts,
  { id, further, width }: { id: string; further: number; width: number },
): Layer {
  const { marks, scale, theme, colours = MARK_COLOURS[theme] } = state
  const { level, majorFrom } = marks.hazards
  const first = part === 'major' ? majorFrom : 0
  return circleLayer(state, placesOf(hazardParts(marks.hazards)[part], state.raised), {
    id: `${id}-${scale}`,
    getRadius: (_, { index }) =>
      ringRadius(MARK_SIZES[scale][riskLevelOfRank(level[first + index]!)]) + further,
    getLineWidth: width,
    getLineColor: rgbOf(colours.ring),
  })
}

/** A thin ring for a hazard source, below the marks: where they crowd, rings must not hide them. */
function hazardLayers(state: RiskPointLayersState): Layer[] {
  const { majorFrom } = state.marks.hazards
  if (!state.visible.hazardSources || majorFrom === 0) return []
  // Further out a ring around every other mark says nothing; a 重大危险源 is marked at every scale.
  if (!isAtLeast(state.scale, 'community')) return []
  return [ringLayer(state, 'ordinary', { id: 'hazard-sources', further: 0, width: 1 })]
}

/** Two bold rings for a 重大危险源, above every mark: they differ from the thin one without colour. */
function majorHazardLayers(state: RiskPointLayersState): Layer[] {
  const { rows, majorFrom } = state.marks.hazards
  if (!state.visible.hazardSources || majorFrom === rows.length) return []
  return [
    ringLayer(state, 'major', { id: 'major-hazard-sources-inner', further: 1, width: 2 }),
    ringLayer(state, 'major', { id: 'major-hazard-sources-outer', further: 5, width: 2 }),
  ]
}

type HazardParts = { ordinary: Placed; major: Placed }
const partsOfHazards = new WeakMap<HazardMarks, HazardParts>()

/** Always the same two views of the same positions, so that they are uploaded once. */
function hazardParts(hazards: HazardMarks): HazardParts {
  const { positions, heights, majorFrom } = hazards
  const part = (from: number, to?: number): Placed => ({
    positions: positions.subarray(from * 2, to && to * 2),
    ...(heights ? { heights: heights.subarray(from, to) } : {}),
  })
  const parts = partsOfHazards.get(hazards) ?? {
    ordinary: part(0, majorFrom),
    major: part(majorFrom),
  }
  partsOfHazards.set(hazards, parts)
  return parts
}

/** Rings around what is hovered and what is selected; the selected one on a line of the ground. */
function haloLayers(state: RiskPointLayersState): Layer[] {
  const { scale, theme, colours = MARK_COLOURS[theme], selectedPosition, hoveredPosition } = state
  const radius = MARK_SIZES[scale].major / 2 + 5
  const halo = (id: string, position: Position, colour: string, width: number) =>
    circleLayer(state, [position], {
      id,
      getPosition: (place) => place as Position,
      getRadius: radius,
      getLineColor: rgbOf(colour),
      getLineWidth: width,
      opacity: 1,
    })
  return [
    ...(hoveredPosition
      ? [halo('risk-point-hovered', hoveredPosition, colours.selected, 1.5)]
      : []),
    ...(selectedPosition
      ? [
          halo('risk-point-selected-ground', selectedPosition, colours.outline, 6),
          halo('risk-point-selected', selectedPosition, colours.selected, 3),
        ]
      : []),
  ]
}

/**
 * The deck.gl layers of the points, from the ground up: clusters, rings of hazard sources, low first
 * and 重大 last, rings of 重大危险源, halos. Pure but for two caches, so that nothing is uploaded that did not change.
 */
export function buildRiskPointLayers(state: RiskPointLayersState): Layer[] {
  const { marks, visible } = state
  const levels = RISK_LEVEL_ORDER.toReversed().filter((level) => marks.byLevel[level].rows.length)
  return [
    ...hazardLayers(state),
    ...(visible.riskPoints ? levels.map((level) => levelLayer(state, level)) : []),
    ...majorHazardLayers(state),
    ...haloLayers(state),
  ]
}
