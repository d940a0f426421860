import type { Coordinates } from './parseCoordinates.ts'

/**
 * 114°08′38.4″E 22°40′08.4″N, as `parseCoordinates` reads it. A tenth of a second is 3 m, a
 * hundredth 0.3 m: `decimals` of a second, 0 to 4.
 */
export function formatDegreesMinutesSeconds(
  { longitude, latitude }: Coordinates,
  decimals = 1,
): string {
  const east = formatAngle(longitude, longitude < 0 ? 'W' : 'E', decimals)
  return `${east} ${formatAngle(latitude, latitude < 0 ? 'S' : 'N', decimals)}`
}

/** Rounds once, as a whole number of the last place, so that no 60″ appears. */
function formatAngle(degrees: number, letter: string, decimals: number): string {
  const unit = 10 ** decimals
  const total = Math.round(Math.abs(degrees) * 3600 * unit)
  const seconds = (total % (60 * unit)) / unit
  const minutes = Math.floor(total / (60 * unit)) % 60
  const whole = Math.floor(total / (3600 * unit))
  const padded = seconds.toFixed(decimals).padStart(decimals === 0 ? 2 : decimals + 3, '0')
  return `${whole}°${String(minutes).padStart(2, '0')}′${padded}″${letter}`
}
