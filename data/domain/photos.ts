import * as z from 'zod/mini'

/** What a camera or a phone makes; the content decides, not the name of the file. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoType = (typeof PHOTO_TYPES)[number]

/** Of what a photo is evidence: what was found, what was rectified, what was re-checked. */
export const photoStageSchema = z.enum(['found', 'rectified', 'reviewed'])
export type PhotoStage = z.infer<typeof photoStageSchema>

/** 10 MB, and 50 megapixels however small the file: a few bytes can stand for a picture without end. */
export const LARGEST_PHOTO_BYTES = 10 * 1024 * 1024
export const MOST_PHOTO_PIXELS = 50_000_000
/** Of one hidden danger, all stages together (建议值). */
export const MOST_PHOTOS = 12
