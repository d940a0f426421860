import { z } from 'zod'
import { CONTRACT, type EndpointKey } from '#data/contract'
import type { Endpoint } from '#data/contract/endpoint'
import { problemSchema, riskPointItemSchema } from '#data/contract/responses'
import { areaSchema, positionSchema } from '#data/domain/areas'
import { changeSchema } from '#data/domain/changes'
import { areaFiguresSchema } from '#data/domain/figures'
import { multiPolygonSchema, polygonSchema } from '#data/domain/geojson'
import { downgradeSchema } from '#data/domain/downgrades'
import { hazardSourceRecordSchema, hazardSourceSubstanceSchema } from '#data/domain/hazardSources'
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
  HazardSource: hazardSourceRecordSchema,
  Change: changeSchema,
  Downgrade: downgradeSchema,
  HazardSourceSubstance: hazardSourceSubstanceSchema,
}

/** Every schema of the contract under its name; what several endpoints share is told once. */
const REGISTRY = nameSchemas()

/** `getSummary` answers a `GetSummaryAnswer`, `createRiskPoint` takes a `CreateRiskPointBody`. */
function nameSchemas() {
  const registry = z.registry<{ id: string }>()
  const add = (schema: z.core.$ZodType | null | undefined, id: string): void => {
    if (schema && !registry.has(schema)) registry.add(schema, { id })
  }
  for (const [id, schema] of Object.entries(SHARED_SCHEMAS)) add(schema, id)
  for (const key of Object.keys(CONTRACT) as EndpointKey[]) {
    const { response, body }: Endpoint = CONTRACT[key]
    const name = `${key.charAt(0).toUpperCase()}${key.slice(1)}`
    add(response, `${name}Answer`)
    if (body !== 'bytes') add(body, `${name}Body`)
  }
  return registry
}

/** A reference to the description of a schema of the contract. */
export function schemaReference(schema: z.core.$ZodType): JsonSchema {
  const entry = REGISTRY.get(schema)
  if (!entry) throw new TypeError('A schema of the contract has no name')
  return { $ref: `#/components/schemas/${entry.id}` }
}

/** Every answer and body, and what they share, as JSON Schema 2020-12 with references among them. */
export function componentSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(REGISTRY, {
    uri: (id) => `#/components/schemas/${id}`,
    unrepresentable: 'any',
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
