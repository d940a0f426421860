import {
  floorSchema,
  PARK_FEATURE_KIND_ORDER,
  parkFeatureCodeSchema,
} from '#data/domain/parkFeatures'
import { DEFAULT_SITE_VISIBILITY, type SiteVisibility } from '../stores/site.ts'

/** The kinds whose switch is not as it is by default; undefined where all are. */
export function visibilityText(visibility: SiteVisibility): string | undefined {
  const changed = PARK_FEATURE_KIND_ORDER.filter(
    (kind) => visibility[kind] !== DEFAULT_SITE_VISIBILITY[kind],
  )
  return changed.join(',') || undefined
}

/** What a link says is shown; names that are no kinds say nothing. */
export function readVisibility(text = ''): SiteVisibility {
  const changed = new Set(text.split(','))
  return Object.fromEntries(
    PARK_FEATURE_KIND_ORDER.map((kind) => [
      kind,
      DEFAULT_SITE_VISIBILITY[kind] !== changed.has(kind),
    ]),
  ) as SiteVisibility
}

/** The floor that a link names; null for whole buildings, and for what is no floor. */
export const readFloor = (text?: string) =>
  text === undefined ? null : (floorSchema.safeParse(Number(text)).data ?? null)

export const readFeatureCode = (text?: string) => parkFeatureCodeSchema.safeParse(text).data ?? null
