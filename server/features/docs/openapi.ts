import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CONTRACT, type EndpointKey } from '#data/contract'
import { RISK_POINT_COLUMNS } from '#data/domain/riskPointColumns'
import { PROBLEM_KINDS, PROBLEM_MEDIA_TYPE, type ProblemKind } from '../../http/problems.ts'
import { PROJECT_FOLDER } from '../../projectFolder.ts'
import { answerSchemaName, componentSchemas, parameterSchema } from './jsonSchemas.ts'
import type { JsonSchema, OpenApi, Operation, Parameter, ResponseObject } from './openapiTypes.ts'

const packageSchema = z.object({ version: z.string() })
/** A code that is a filter and fits nothing gives an empty list; here it gives 404. */
const NAMES_ONE_THING: readonly EndpointKey[] = ['getSummary', 'getPark', 'getRiskPoint']

/** The description of the API as OpenAPI 3.1, made from the contract and nothing else. */
export function openapi(): OpenApi {
  const { version } = packageSchema.parse(
    JSON.parse(readFileSync(join(PROJECT_FOLDER, 'package.json'), 'utf8')),
  )
  const keys = Object.keys(CONTRACT) as EndpointKey[]
  const paths: OpenApi['paths'] = {}
  for (const key of keys) {
    const { method, path } = CONTRACT[key]
    const template = path.replace(/:(\w+)/g, '{$1}')
    paths[template] = { ...paths[template], [method]: operation(key) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '龙岗工业园区安全风险一张图 · Longgang risk map',
      version,
      description:
        'Reads areas, parks, risk points and hazard sources. Coordinates are WGS84/CGCS2000 degrees (EPSG:4326), days and instants are civil time in Asia/Shanghai. Community and street boundaries are schematic (示意边界，非测绘成果).',
    },
    servers: [{ url: '/', description: 'This server' }],
    paths,
    components: { schemas: componentSchemas() },
  }
}

function operation(key: EndpointKey): Operation {
  const entry = CONTRACT[key]
  const parameters = [...parametersOf(entry.params, 'path'), ...parametersOf(entry.query, 'query')]
  const isData = entry.roles !== null
  return {
    operationId: key,
    summary: entry.summary,
    ...(entry.response === null && { description: columnsDescription() }),
    parameters: isData ? [...parameters, IF_NONE_MATCH] : parameters,
    responses: {
      200: answer(key),
      ...(isData && { 304: { description: 'The data has not changed since that ETag.' } }),
      ...problems(['invalidParameters']),
      ...(NAMES_ONE_THING.includes(key) && problems(['notFound'])),
      ...problems(['methodNotAllowed', 'internalError']),
      ...(key === 'getHealth'
        ? { 503: { ...answer(key), description: 'The database does not answer.' } }
        : isData && problems(['databaseUnavailable'])),
    },
  }
}

const IF_NONE_MATCH: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The ETag of an earlier answer: 304 without a body where nothing has changed.',
  schema: { type: 'string' },
}

function parametersOf(schema: z.core.$ZodType, location: 'path' | 'query'): Parameter[] {
  if (!(schema instanceof z.core.$ZodObject)) throw new TypeError('Parameters are objects')
  return Object.entries(schema._zod.def.shape as Record<string, z.core.$ZodType>).map(
    ([name, property]) => {
      const { description, ...json } = parameterSchema(property)
      return {
        name,
        in: location,
        required: location === 'path' || !z.safeParse(property, undefined).success,
        ...(description !== undefined && { description }),
        // Several values are one text with commas.
        ...(json.type === 'array' && { style: 'form', explode: false }),
        schema: json,
      }
    },
  )
}

function answer(key: EndpointKey): ResponseObject {
  const { response, mediaType, roles } = CONTRACT[key]
  const schema: JsonSchema =
    response === null
      ? { type: 'string', contentMediaType: mediaType }
      : { $ref: `#/components/schemas/${answerSchemaName(key)}` }
  return {
    description: 'The answer.',
    ...(roles !== null && {
      headers: {
        ETag: {
          description: 'Changes with the data and with the civil day.',
          schema: { type: 'string' },
        },
      },
    }),
    content: { [mediaType]: { schema } },
  }
}

function problems(kinds: readonly ProblemKind[]): Record<string, ResponseObject> {
  return Object.fromEntries(
    kinds.map((kind) => [
      PROBLEM_KINDS[kind].status,
      {
        description: PROBLEM_KINDS[kind].explanation,
        content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

function columnsDescription(): string {
  const columns = Object.entries(RISK_POINT_COLUMNS).map(
    ([name, { type, note }]) => `- ${name} (${type}): ${note}`,
  )
  return ['One record batch; rows by area, park, level, id. Columns:', ...columns].join('\n')
}
