import { readFileSync } from 'node:fs'
import { z } from 'zod'

const communityRow = z
  .object({
    street_code: z.string().regex(/^\d{9}$/),
    street: z.string().min(1),
    community_code: z.string().regex(/^\d{12}$/),
    community: z.string().min(1),
    lon_wgs84: z.coerce.number().min(113).max(115),
    lat_wgs84: z.coerce.number().min(22).max(23),
    estimated_error_m: z.coerce.number().positive(),
  })
  .refine((row) => row.community_code.startsWith(row.street_code))
  .transform((row) => ({
    code: row.community_code,
    name: row.community,
    streetCode: row.street_code,
    centre: [row.lon_wgs84, row.lat_wgs84] as [number, number],
    estimatedErrorMetres: row.estimated_error_m,
  }))

const streetRow = z
  .object({
    street_code: z.string().regex(/^\d{9}$/),
    street: z.string().min(1),
    communities: z.coerce.number().int().positive(),
    area_km2: z.string(),
  })
  .transform((row) => ({
    code: row.street_code,
    name: row.street,
    communities: row.communities,
    officialAreaKm2: row.area_km2 === '' ? null : z.coerce.number().positive().parse(row.area_km2),
  }))

export type CommunityFact = z.infer<typeof communityRow>
export type StreetFact = z.infer<typeof streetRow>

/** Our two files quote nothing and hold no comma inside a field, so a split is a whole parser. */
function readTable(path: URL): Record<string, string>[] {
  const [header, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  const columns = header!.split(',')
  return lines.map((line) => {
    const fields = line.split(',')
    if (fields.length !== columns.length) throw new Error(`${path.pathname}: bad line "${line}"`)
    return Object.fromEntries(columns.map((column, index) => [column, fields[index]!]))
  })
}

const FOLDER = new URL('../../data/geography/', import.meta.url)

export function readCommunities(): CommunityFact[] {
  return z.array(communityRow).parse(readTable(new URL('communities.csv', FOLDER)))
}

export function readStreets(): StreetFact[] {
  return z.array(streetRow).parse(readTable(new URL('streets.csv', FOLDER)))
}
