import {
  RISK_LEVELS,
  RISK_LEVEL_ORDER,
  riskLevelOfRank,
  type RiskLevel,
} from '#data/domain/riskLevels'
import type { Layer, Position } from '@deck.gl/core'
import { IconLayer, ScatterplotLayer, type ScatterplotLayerProps } from '@deck.gl/layers'
import type { Cluster, HazardMarks, Marks } from '../../analysis/marks.ts'
import type { Theme } from '../../stores/session.ts'
import type { Scale } from '../scale.ts'
import { levelIcons } from './levelIcons.ts'
import { clusterRadius, MARK_COLOURS, MARK_SIZES, rgbOf, type MarkColours } from './markStyle.ts'

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
  /** 0 to 1, below 1 while marks of one scale fade into those of the next. */
  opacity?: number
}

/** deck.gl knows it from no type: MapLibreOverlay reads it off the layer (interleaved mode). */
type Interleaved = { beforeId: string }

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

function levelLayer(state: RiskPointLayersState, level: RiskLevel): Layer {
  const { theme, scale, pixelRatio, textScale, beforeId, opacity = 1 } = state
  const { atlas, frames } = levelIcons(theme, scale, pixelRatio * textScale)
  return new IconLayer<unknown, Interleaved>({
    id: `risk-points-${level}-${scale}`,
    data: dataOf(state.marks.byLevel[level].positions),
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

/** A thin ring for a hazard source, two bold ones for a 重大危险源: they differ without colour. */
function hazardLayers(state: RiskPointLayersState): Layer[] {
  const { marks, scale, theme, colours = MARK_COLOURS[theme] } = state
  const { level, majorFrom } = marks.hazards
  const { ordinary, major } = hazardParts(marks.hazards)
  const getLineColor = rgbOf(colours.ring)
  const ring = (id: string, part: Float32Array, first: number, further: number, width: number) =>
    circleLayer(state, dataOf(part), {
      id: `${id}-${scale}`,
      getRadius: (_, { index }) =>
        ringRadius(MARK_SIZES[scale][riskLevelOfRank(level[first + index]!)]) + further,
      getLineWidth: width,
      getLineColor,
    })
  return [
    ...(ordinary.length ? [ring('hazard-sources', ordinary, 0, 0, 1)] : []),
    ...(major.length
      ? [
          ring('major-hazard-sources-inner', major, majorFrom, 1, 2),
          ring('major-hazard-sources-outer', major, majorFrom, 5, 2),
        ]
      : []),
  ]
}

type HazardParts = { ordinary: Float32Array; major: Float32Array }
const partsOfHazards = new WeakMap<HazardMarks, HazardParts>()

/** Always the same two views of the same positions, so that they are uploaded once. */
function hazardParts(hazards: HazardMarks): HazardParts {
  const { positions, majorFrom } = hazards
  const parts = partsOfHazards.get(hazards) ?? {
    ordinary: positions.subarray(0, majorFrom * 2),
    major: positions.subarray(majorFrom * 2),
  }
  partsOfHazards.set(hazards, parts)
  return parts
}

function clusterLayer(state: RiskPointLayersState): Layer {
  const { marks, scale, theme, colours = MARK_COLOURS[theme] } = state
  return circleLayer(state, marks.clusters, {
    id: `risk-point-clusters-${scale}`,
    filled: true,
    getPosition: (cluster) => [(cluster as Cluster).longitude, (cluster as Cluster).latitude],
    getRadius: (cluster) => clusterRadius((cluster as Cluster).count),
    getFillColor: rgbOf(colours.cluster),
    getLineColor: (cluster) => rgbOf(RISK_LEVELS[(cluster as Cluster).highest].colours[theme]),
    getLineWidth: 2,
    updateTriggers: { getLineColor: theme },
  })
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
 * The deck.gl layers of the points, from the ground up: clusters, low first and 重大 last, rings of
 * hazard sources, halos. Pure but for two caches, so that nothing is uploaded that did not change.
 */
export function buildRiskPointLayers(state: RiskPointLayersState): Layer[] {
  const { marks, visible } = state
  const levels = RISK_LEVEL_ORDER.toReversed().filter((level) => marks.byLevel[level].rows.length)
  return [
    ...(visible.riskPoints && marks.clusters.length ? [clusterLayer(state)] : []),
    ...(visible.riskPoints ? levels.map((level) => levelLayer(state, level)) : []),
    ...(visible.hazardSources && marks.hazards.rows.length ? hazardLayers(state) : []),
    ...haloLayers(state),
  ]
}
