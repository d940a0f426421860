import { z } from 'zod'
import { CONTRACT, type EndpointKey } from '#data/contract'
import { problemSchema, riskPointItemSchema } from '#data/contract/responses'
import { areaSchema, positionSchema } from '#data/domain/areas'
import { areaFiguresSchema } from '#data/domain/figures'
import { multiPolygonSchema, polygonSchema } from '#data/domain/geojson'
import { hazardSourceSchema, hazardSourceSubstanceSchema } from '#data/domain/hazardSources'
import { parkSchema } from '#data/domain/parks'
import { levelCountsSchema } from '#data/domain/riskLevels'
import type { JsonSchema } from './openapiTypes.ts'

/** Schemas that answers share, under the names that references to them use. */
const SHARED_SCHEMAS: Record<string, z.core.$ZodType> = {
  Problem: problemSchema,
  Position: positionSchema,
  Polygon: polygonSchema,
  MultiPolygon: multiPolygonSchema,
  LevelCounts: levelCountsSchema,
  AreaFigures: areaFiguresSchema,
  Area: areaSchema,
  Park: parkSchema,
  RiskPointItem: riskPointItemSchema,
  HazardSource: hazardSourceSchema,
  HazardSourceSubstance: hazardSourceSubstanceSchema,
}

/** `getSummary` answers a `GetSummaryAnswer`. */
export function answerSchemaName(key: EndpointKey): string {
  return `${key.charAt(0).toUpperCase()}${key.slice(1)}Answer`
}

/** Every answer, and what they share, as JSON Schema 2020-12 with references among them. */
export function componentSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(SHARED_SCHEMAS)) registry.add(schema, { id })
  for (const key of Object.keys(CONTRACT) as EndpointKey[]) {
    const { response } = CONTRACT[key]
    if (response) registry.add(response, { id: answerSchemaName(key) })
  }
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => dropNoise(jsonSchema),
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => [id, withoutIdentity(schema)]),
  )
}

/**
 * A parameter as the caller writes it. What a text is parsed into (a number, a list) says more than
 * the text; where a transformation hides it, the text it is.
 */
export function parameterSchema(schema: z.core.$ZodType): JsonSchema {
  const options = {
    unrepresentable: 'any',
    override: ({ jsonSchema }: { jsonSchema: JsonSchema }) => dropNoise(jsonSchema),
  } as const
  const parsed = z.toJSONSchema(schema, { ...options, io: 'output' })
  const text = z.toJSONSchema(schema, { ...options, io: 'input' })
  return withoutIdentity(parsed.type === undefined && !parsed.enum ? text : parsed)
}

/** Bounds that every safe integer keeps, and the long pattern behind a format, say nothing. */
function dropNoise(schema: JsonSchema): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.format) delete schema.pattern
}

/** In one document a component is known by its place; `$id` would move its references elsewhere. */
function withoutIdentity({ $id, $schema, ...schema }: JsonSchema): JsonSchema {
  void [$id, $schema]
  return schema
}
