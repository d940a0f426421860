import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CONTRACT, type EndpointKey } from '#data/contract'
import type { Endpoint } from '#data/contract/endpoint'
import { RISK_POINT_COLUMNS } from '#data/domain/riskPointColumns'
import { PROBLEM_KINDS, PROBLEM_MEDIA_TYPE, type ProblemKind } from '../../http/problems.ts'
import { PROJECT_FOLDER } from '../../projectFolder.ts'
import { componentSchemas, parameterSchema, schemaReference } from './jsonSchemas.ts'
import type { JsonSchema, OpenApi, Operation, Parameter, ResponseObject } from './openapiTypes.ts'

const packageSchema = z.object({ version: z.string() })
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
        'Reads areas, parks, risk points and hazard sources; registers and changes risk points, hazard sources and enterprises with their history. Coordinates are WGS84/CGCS2000 degrees (EPSG:4326), days and instants are civil time in Asia/Shanghai. Community and street boundaries are schematic (示意边界，非测绘成果).',
    },
    servers: [{ url: '/', description: 'This server' }],
    paths,
    components: { schemas: componentSchemas() },
  }
}

function operation(key: EndpointKey): Operation {
  const entry: Endpoint = CONTRACT[key]
  const parameters = [...parametersOf(entry.params, 'path'), ...parametersOf(entry.query, 'query')]
  const isData = entry.roles !== null
  const isWrite = isData && entry.method !== 'get'
  const headers = [
    ...(entry.ifMatch ? [IF_MATCH] : []),
    ...(entry.idempotent ? [IDEMPOTENCY_KEY] : []),
    ...(isData && !isWrite ? [IF_NONE_MATCH] : []),
  ]
  const isUnchanged = isData && !isWrite
  return {
    operationId: key,
    summary: entry.summary,
    ...(key === 'getRiskPointColumns' && { description: columnsDescription() }),
    parameters: [...parameters, ...headers],
    ...(entry.body && { requestBody: { required: true, content: bodyContent(entry) } }),
    responses: {
      [entry.status ?? 200]: answer(key),
      ...(isUnchanged && { 304: { description: 'The data has not changed since that ETag.' } }),
      ...problems(['invalidParameters']),
      ...(namesOneThing(key, entry) && problems(['notFound'])),
      ...(isWrite && problems(['notAllowed', 'alreadyDone', 'refused'])),
      ...(entry.body &&
        problems(['bodyTooLarge', entry.body === 'bytes' ? 'notThisType' : 'notJson'])),
      ...(entry.ifMatch && problems(['stale', 'versionRequired'])),
      ...problems(['methodNotAllowed', 'internalError']),
      ...(key === 'getHealth'
        ? { 503: { ...answer(key), description: 'The database does not answer.' } }
        : isData && problems(['databaseUnavailable'])),
    },
  }
}

/** A code that is a filter and fits nothing gives an empty list; one that is the subject gives 404. */
function namesOneThing(key: EndpointKey, { path }: Endpoint): boolean {
  return key === 'getSummary' || /:(code|id)/.test(path)
}

const IF_MATCH: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The version that the change was made from: "3", or the ETag of the record.',
  schema: { type: 'string' },
}

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A UUID of the caller. What is sent again with it is done once and answered as before; another body under it is refused.',
  schema: { type: 'string', format: 'uuid' },
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

function bodyContent({ body, bodyTypes = [] }: Endpoint): Record<string, { schema: JsonSchema }> {
  if (body !== 'bytes') return body ? { 'application/json': { schema: schemaReference(body) } } : {}
  return Object.fromEntries(
    bodyTypes.map((type) => [type, { schema: { type: 'string', contentMediaType: type } }]),
  )
}

function answer(key: EndpointKey): ResponseObject {
  const { response, mediaType, roles } = CONTRACT[key]
  const schema: JsonSchema =
    response === null ? { type: 'string', contentMediaType: mediaType } : schemaReference(response)
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
