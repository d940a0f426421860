import * as z from 'zod/mini'
import { described, latitudeSchema, longitudeSchema, numbersByComma } from './queries.ts'

/** A decimal number as text. */
const decimal = z.pipe(
  z.pipe(
    z.string().check(z.regex(/^-?\d{1,12}(\.\d{1,16})?$/, 'must be a number like 0.5')),
    z.transform(Number),
  ),
  z.number(),
)
export const lecQuerySchema = z.strictObject({
  l: described(decimal, 'L, likelihood of the accident: 10, 6, 3, 1, 0.5, 0.2 or 0.1.'),
  e: described(decimal, 'E, exposure: 10, 6, 3, 2, 1 or 0.5.'),
  c: described(decimal, 'C, consequence: 100, 40, 15, 7, 3 or 1.'),
})
export const riskMatrixQuerySchema = z.strictObject({
  likelihood: described(decimal, 'L from 1 to 5.'),
  severity: described(decimal, 'S from 1 to 5.'),
})

const radiiSchema = z.pipe(
  z.pipe(
    z
      .string()
      .check(
        z.regex(
          /^\d{1,5}(\.\d{1,9})?(,\d{1,5}(\.\d{1,9})?)*$/,
          'must be radii in metres separated by commas, for example 49.9,124.7',
        ),
      ),
    numbersByComma,
  ),
  z
    .array(
      z
        .number()
        .check(
          z.positive('must be above 0 metres'),
          z.maximum(5000, 'must be at most 5000 metres'),
        ),
    )
    .check(z.maxLength(8, 'must be at most eight radii')),
)
export const surroundingsQuerySchema = z.strictObject({
  longitude: described(z.pipe(decimal, longitudeSchema), 'Degrees WGS84.'),
  latitude: described(z.pipe(decimal, latitudeSchema), 'Degrees WGS84.'),
  radii: described(radiiSchema, 'Radii in metres, at most 5000 each.'),
})
