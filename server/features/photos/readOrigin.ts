import readExif from 'exif-reader'

/** Where and when the camera says it was; null what it does not say, or says in a way that cannot be. */
export type PhotoOrigin = {
  takenAt: Date | null
  longitude: number | null
  latitude: number | null
}

const UNKNOWN: PhotoOrigin = { takenAt: null, longitude: null, latitude: null }
/** A camera writes its own civil time; unless it says otherwise that of Shanghai, as everybody here. */
const SHANGHAI = '+08:00'

/** @param exif the block of the file, if it has one; one that cannot be read says nothing */
export function readOrigin(exif: Buffer | undefined): PhotoOrigin {
  if (!exif) return UNKNOWN
  let tags: readExif.Exif
  try {
    tags = readExif(exif)
  } catch {
    return UNKNOWN
  }
  const { GPSInfo, Photo } = tags
  const longitude = degrees(GPSInfo?.GPSLongitude, GPSInfo?.GPSLongitudeRef, 'W', 180)
  const latitude = degrees(GPSInfo?.GPSLatitude, GPSInfo?.GPSLatitudeRef, 'S', 90)
  // Half a place is none, and (0, 0) is what a camera without a fix writes.
  const isPlace = longitude !== null && latitude !== null && (longitude !== 0 || latitude !== 0)
  return {
    takenAt: instant(Photo?.DateTimeOriginal, Photo?.OffsetTimeOriginal),
    longitude: isPlace ? longitude : null,
    latitude: isPlace ? latitude : null,
  }
}

/** Degrees, minutes and seconds with their hemisphere, as signed degrees. */
function degrees(
  parts: unknown,
  hemisphere: unknown,
  negative: 'W' | 'S',
  maximum: number,
): number | null {
  if (!Array.isArray(parts) || parts.length === 0) return null
  const [whole = 0, minutes = 0, seconds = 0] = parts.map(Number)
  const value = whole + minutes / 60 + seconds / 3600
  if (!Number.isFinite(value) || value < 0 || value > maximum) return null
  return typeof hemisphere === 'string' && hemisphere.startsWith(negative) ? -value : value
}

/** `local` holds the civil time of the camera as if it were UTC. */
function instant(local: unknown, offset: unknown): Date | null {
  if (!(local instanceof Date) || Number.isNaN(local.getTime())) return null
  const zone = typeof offset === 'string' && /^[+-]\d\d:\d\d$/.test(offset) ? offset : SHANGHAI
  const taken = new Date(`${local.toISOString().slice(0, 19)}${zone}`)
  const year = taken.getUTCFullYear()
  return Number.isNaN(year) || year < 1990 || year > 2199 ? null : taken
}
