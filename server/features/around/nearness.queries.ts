import type { AskedPlace } from './askedPlace.ts'

/**
 * How a statement finds and measures what is near: `$1` is the geometry asked as WKT in degrees, `$2`
 * the radius in metres.
 */
export type Nearness = {
  /** The common tables that the rest needs; `asked` has one row. */
  tables: string
  /** Rows of a table that lie within the radius or touch it, each once. */
  rows: (table: string, columns: string, condition?: string) => string
  /** Whether a geometry does; wants `asked`. */
  isInside: (geometry: string) => string
  /** Metres from the geometry asked, 0 inside it; wants `asked`. */
  distance: (geometry: string) => string
}

/** Sides of a quarter of a circle: 128 keep its area to 0.04 % and its edge to 0.03 % of the radius. */
const QUARTER_SEGMENTS = 32
/** Corners of a piece that is looked up, so that an index of geometries serves. */
const PIECE_CORNERS = 64

/** Everything within the radius as it is drawn on the map; buffers are made in EPSG:4547. */
export const SEARCHED = `CASE WHEN $2::float8 = 0 THEN shape
  ELSE ST_Transform(ST_Buffer(ST_Transform(shape, 4547), $2::float8,
    'quad_segs=${QUARTER_SEGMENTS}'), 4326) END`

/** On the spheroid: exact, and quick from a point or an outline of few corners. */
const SPHEROID: Nearness = {
  tables: `asked AS MATERIALIZED (
    SELECT shape::geography AS shape, $2::float8 AS metres,
      ST_Envelope(ST_Transform(
        ST_Buffer(ST_Transform(shape, 4547), $2::float8 * 1.02 + 1), 4326)) AS box
    FROM ST_GeomFromText($1, 4326) AS shape
  )`,
  rows: (table, columns, condition = 'true') => `
    SELECT ${columns} FROM ${table}, asked
    WHERE ${condition} AND ${table}.geom && asked.box AND ${SPHEROID.isInside(`${table}.geom`)}`,
  isInside: (geometry) => `ST_DWithin(${geometry}::geography, asked.shape, asked.metres)`,
  distance: (geometry) => `ST_Distance(${geometry}::geography, asked.shape)`,
}

/**
 * In what is drawn: every corner of a shape would be measured to every risk point on the spheroid, 7 s
 * for 200 corners and 100,000 points. Distances are in plane metres, 2 cm off a kilometre. What two
 * pieces share is told by its place in the table, and only when it is found (OFFSET 0): to have it in
 * order beforehand, the whole table would be read for the area role.
 */
const PLANE: Nearness = {
  tables: `asked AS MATERIALIZED (
    SELECT shape, ST_Transform(shape, 4547) AS plane, ${SEARCHED} AS searched
    FROM ST_GeomFromText($1, 4326) AS shape
  ), piece AS MATERIALIZED (
    SELECT ST_Subdivide(searched, ${PIECE_CORNERS}) AS outline FROM asked
  )`,
  rows: (table, columns, condition = 'true') => `
    SELECT DISTINCT ON (place) * FROM (
      SELECT ${table}.ctid AS place, ${columns}
      FROM piece JOIN ${table} ON ST_Intersects(piece.outline, ${table}.geom)
      WHERE ${condition} OFFSET 0) AS found`,
  isInside: (geometry) => `ST_Intersects(asked.searched, ${geometry})`,
  distance: (geometry) => `CASE WHEN ST_Intersects(asked.shape, ${geometry}) THEN 0
    ELSE ST_Distance(ST_Transform(${geometry}, 4547), asked.plane) END`,
}

/** A statement for each kind of place: drawn shapes have many corners and hold what is drawn. */
export function statementsBy(
  build: (near: Nearness) => string,
): Record<AskedPlace['kind'], string> {
  const spheroid = build(SPHEROID)
  return { point: spheroid, park: spheroid, shape: build(PLANE) }
}
