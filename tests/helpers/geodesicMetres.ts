/** WGS84. */
const HALF_AXIS = 6_378_137
const FLATTENING = 1 / 298.257223563
const SHORT_AXIS = HALF_AXIS * (1 - FLATTENING)

const radians = (degrees: number) => (degrees * Math.PI) / 180

/**
 * Metres between two positions in degrees: Vincenty's inverse formula (Survey Review 23 (176), 1975),
 * good to a millimetre.
 */
export function geodesicMetres(
  [longitude1, latitude1]: readonly number[],
  [longitude2, latitude2]: readonly number[],
): number {
  const difference = radians(longitude2! - longitude1!)
  const reduced1 = Math.atan((1 - FLATTENING) * Math.tan(radians(latitude1!)))
  const reduced2 = Math.atan((1 - FLATTENING) * Math.tan(radians(latitude2!)))
  const [sine1, cosine1, sine2, cosine2] = [
    Math.sin(reduced1),
    Math.cos(reduced1),
    Math.sin(reduced2),
    Math.cos(reduced2),
  ]
  let lambda = difference
  for (let round = 0; round < 100; round++) {
    const across = cosine2 * Math.sin(lambda)
    const along = cosine1 * sine2 - sine1 * cosine2 * Math.cos(lambda)
    const sineSigma = Math.hypot(across, along)
    if (sineSigma === 0) return 0
    const cosineSigma = sine1 * sine2 + cosine1 * cosine2 * Math.cos(lambda)
    const sigma = Math.atan2(sineSigma, cosineSigma)
    const sineAlpha = (cosine1 * cosine2 * Math.sin(lambda)) / sineSigma
    const cosineSquared = 1 - sineAlpha ** 2
    const middle = cosineSquared === 0 ? 0 : cosineSigma - (2 * sine1 * sine2) / cosineSquared
    const c = (FLATTENING / 16) * cosineSquared * (4 + FLATTENING * (4 - 3 * cosineSquared))
    const before = lambda
    lambda =
      difference +
      (1 - c) *
        FLATTENING *
        sineAlpha *
        (sigma + c * sineSigma * (middle + c * cosineSigma * (2 * middle ** 2 - 1)))
    if (Math.abs(lambda - before) > 1e-13) continue
    const u = (cosineSquared * (HALF_AXIS ** 2 - SHORT_AXIS ** 2)) / SHORT_AXIS ** 2
    const a = 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u)))
    const b = (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u)))
    const correction =
      b *
      sineSigma *
      (middle +
        (b / 4) *
          (cosineSigma * (2 * middle ** 2 - 1) -
            (b / 6) * middle * (4 * sineSigma ** 2 - 3) * (4 * middle ** 2 - 3)))
    return SHORT_AXIS * a * (sigma - correction)
  }
  throw new Error('Two positions on opposite sides of the earth')
}
