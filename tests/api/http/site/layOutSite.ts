import type { Writable } from '../serveWritable.ts'

type Park = { code: string; areaCode: string; labelPoint: [number, number] }
type Thing = {
  code: string
  kind: string
  name?: string | null
  /** WKT in metres east and north of the label point of the park. */
  wkt: string
  buildingCode?: string
  floor?: number
}

/** Puts things on the site of a park, where the database knows nothing of them yet. */
export async function layOutSite(
  { db }: Writable,
  { code, areaCode, labelPoint: [longitude, latitude] }: Park,
  things: readonly Thing[],
): Promise<void> {
  for (const thing of things) {
    await db.query(
      `INSERT INTO park_features (code, park_code, area_code, kind, name, building_code, floor, geom)
       VALUES ($1, $2, $3, $4, $5, $6, $7,
         ST_Translate(ST_Scale(ST_GeomFromText($8, 4326), $11::float8, $12::float8),
           $9::float8, $10::float8))`,
      [
        thing.code,
        code,
        areaCode,
        thing.kind,
        thing.name ?? null,
        thing.buildingCode ?? null,
        thing.floor ?? null,
        thing.wkt,
        longitude,
        latitude,
        1 / (111_320 * Math.cos((latitude * Math.PI) / 180)),
        1 / 110_750,
      ],
    )
  }
}

/** A rectangle in metres from its corner. */
export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `POLYGON((${x} ${y},${x + width} ${y},${x + width} ${y + height},${x} ${y + height},${x} ${y}))`

/** The first demonstration park and the first ordinary one, by code. */
export async function chooseParks(api: Writable): Promise<{ model: Park; ordinary: Park }> {
  const { features } = await api.get('listParks', '/api/parks')
  const parks = features.map(({ properties }) => properties)
  const model = parks.find(({ demonstration }) => demonstration)
  const ordinary = parks.find(({ demonstration }) => !demonstration)
  if (!model || !ordinary) throw new Error('The district has no park of each kind')
  return { model, ordinary }
}
