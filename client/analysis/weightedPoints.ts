/**
 * Located points that pass a filter, as plane coordinates and weights of equal length: what every
 * density, grid and test starts from.
 */
export type WeightedPoints = {
  readonly length: number
  /** Metres east and north of the origin of the plane (EPSG:4547 shifted, see `plane.ts`). */
  readonly x: Float32Array
  readonly y: Float32Array
  /** Not negative. */
  readonly weight: Float32Array
  /** Row of each in the table. */
  readonly row: Uint32Array
}
