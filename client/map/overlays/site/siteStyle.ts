import { PARK_FEATURE_KINDS, type ParkFeatureKind, type SiteGroup } from '#data/domain/parkFeatures'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Theme } from '../../../stores/session.ts'
import { MARK_COLOURS } from '../../layers/markStyle.ts'
import { MAP_THEMES } from '../../mapTheme.ts'
import type { OverlayLook } from '../aroundStyle.ts'

/** Key of the overlay, and name of its source. */
export const SITE = 'site'

export type SiteStyle = OverlayLook & {
  /** Buildings stand up. */
  extruded: boolean
}

/** What a kind draws: on the grounds of the park, and above the points. */
export type KindLayers = {
  onGrounds?: readonly LayerSpecification[]
  above?: readonly LayerSpecification[]
  /** Ids of those that answer a click. */
  opens: readonly string[]
}
export type KindBuilder = (kind: ParkFeatureKind, style: SiteStyle) => KindLayers

/** Colours of the groups, none of them one of the four levels. */
export function groupColours(theme: Theme): Record<SiteGroup, string> {
  const { label, demonstration, ramp, labelSoft } = MAP_THEMES[theme]
  return {
    buildings: labelSoft,
    access: labelSoft,
    fire: MARK_COLOURS[theme].selected,
    evacuation: demonstration,
    isolation: label,
    watch: theme === 'dark' ? '#b79df0' : ramp[4],
  }
}

export const colourOf = (kind: ParkFeatureKind, theme: Theme) =>
  groupColours(theme)[PARK_FEATURE_KINDS[kind].group]

export const isOfKind = (kind: ParkFeatureKind): ExpressionSpecification => [
  '==',
  ['get', 'kind'],
  kind,
]

export const idOf = (kind: ParkFeatureKind) => `${SITE}-${kind}`
