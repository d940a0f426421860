import type { Request, RequestHandler, Response, Router } from 'express'
import { CONTRACT, type Answer, type Contract, type EndpointKey } from '#data/contract'
import type { Params, Query } from '#data/contract'
import { DISTRICT_VIEWER, type Actor } from '#data/domain/roles'
import type { Clock } from '../clock.ts'
import { as } from '../db/actor.ts'
import type { Db, Queryable, TransactionOptions } from '../db/Db.ts'
import { readValidity } from '../features/changes/validity.queries.ts'
import { entityTag } from './conditional.ts'
import { chooseEncoding, type Encoding } from './encoding.ts'
import { parseParameters, readQuery } from './parseParameters.ts'
import { HttpProblem } from './problems.ts'

/** What the endpoints are built on. */
export type Services = {
  db: Db
  clock: Clock
  /** Parses every answer by its schema before it leaves: in development and in tests. */
  checkAnswers: boolean
}

/** Runs statements as the actor of a request, in one transaction. */
export type DataReader = <T>(
  run: (transaction: Queryable) => Promise<T>,
  options?: TransactionOptions,
) => Promise<T>

/** A request as a handler sees it: parsed, and with the data as its actor may see it. */
type DataRequest<K extends EndpointKey> = {
  params: Params<K>
  query: Query<K>
  actor: Actor
  /** Version of the data, read before anything else: what is read later is never older. */
  dataVersion: string
  /** Differs whenever the data does: what is kept from one request to the next is kept by this. */
  dataState: string
  read: DataReader
}
type OpenRequest<K extends EndpointKey> = { params: Params<K>; query: Query<K> }

/** Bytes that were encoded beforehand, in every encoding that is offered. */
export type EncodedBody = Record<Encoding, Buffer>
/** An answer whose status is not 200. */
type StatusAnswer<T> = { status: number; answer: T }

type Body<K extends EndpointKey> = Answer<K> extends null ? EncodedBody : Answer<K>

type Handler<K extends EndpointKey> = Contract[K]['roles'] extends null
  ? (request: OpenRequest<K>) => Promise<StatusAnswer<Body<K>>>
  : (request: DataRequest<K>) => Promise<Body<K>>

/** Every endpoint of the contract; leaving one out does not compile. */
export type Handlers = { [K in EndpointKey]: Handler<K> }

/** Registers every entry of the contract; another method on a known address is answered 405. */
export function registerEndpoints(router: Router, handlers: Handlers, services: Services): void {
  const methodsByPath = new Map<string, string[]>()
  for (const key of Object.keys(CONTRACT) as EndpointKey[]) {
    const { method, path } = CONTRACT[key]
    router[method](path, endpoint(key, handlers[key] as AnyHandler, services))
    methodsByPath.set(path, [...(methodsByPath.get(path) ?? []), method])
  }
  for (const [path, methods] of methodsByPath) refuseOtherMethods(router, path, methods)
}

/** Answers 405 with `Allow` on a path for every method that was not registered before. */
export function refuseOtherMethods(router: Router, path: string, methods: string[]): void {
  const allowed = methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method]))
  const allow = allowed.join(', ').toUpperCase()
  router.all(path, (request, response) => {
    response.set('Allow', allow)
    throw new HttpProblem(
      'methodNotAllowed',
      `${request.method} is not possible here; this address answers ${allow}.`,
    )
  })
}

/** The types of one entry have done their work in `Handlers`; here every entry is treated alike. */
type AnyRequest = { params: unknown; query: unknown }
type OpenHandler = (request: AnyRequest) => Promise<StatusAnswer<unknown>>
type DataHandler = (
  request: AnyRequest & Omit<DataRequest<EndpointKey>, keyof AnyRequest>,
) => Promise<unknown>
type AnyHandler = OpenHandler | DataHandler

function endpoint(key: EndpointKey, handler: AnyHandler, services: Services): RequestHandler {
  const isOpen = CONTRACT[key].roles === null
  return async (request, response) => {
    const parsed = parseRequest(key, request)
    if (isOpen) {
      const { status, answer } = await (handler as OpenHandler)(parsed)
      response.status(status).set('Cache-Control', 'no-cache')
      sendBody(key, request, response, answer, services)
      return
    }
    // Until sign-in exists, everybody is the read-only viewer of the whole district.
    const actor = DISTRICT_VIEWER
    const { dataVersion, ahead } = await as(services.db, actor, readValidity)
    const dataState = `${dataVersion}+${ahead}`
    setValidator(request, response, actor, dataState, services.clock)
    if (request.fresh) {
      response.status(304).end()
      return
    }
    const read: DataReader = (run, options) => as(services.db, actor, run, options)
    const body = await (handler as DataHandler)({ ...parsed, actor, dataVersion, dataState, read })
    sendBody(key, request, response, body, services)
  }
}

/** @throws HttpProblem 400 that names every parameter that the contract does not allow so. */
function parseRequest(key: EndpointKey, request: Request): AnyRequest {
  const { params, query } = CONTRACT[key]
  const questionMark = request.originalUrl.indexOf('?')
  const rawQuery = questionMark === -1 ? '' : request.originalUrl.slice(questionMark + 1)
  return {
    params: parseParameters<unknown>(params, request.params as Record<string, string>),
    query: parseParameters<unknown>(query, readQuery(rawQuery)),
  }
}

function setValidator(
  request: Request,
  response: Response,
  actor: Actor,
  dataState: string,
  clock: Clock,
): void {
  const validity = {
    dataState,
    day: clock.today(),
    asOf: clock.asOf(),
    audience: `${actor.role}:${actor.scope}`,
  }
  response.set('ETag', entityTag(request.originalUrl, validity))
  // Kept by the browser, but asked for anew each time: the version decides, not an age.
  response.set('Cache-Control', 'private, no-cache')
  response.vary('Accept-Encoding')
}

function sendBody(
  key: EndpointKey,
  request: Request,
  response: Response,
  body: unknown,
  services: Services,
): void {
  const { response: schema, mediaType } = CONTRACT[key]
  // Not response.set(), which adds a charset: JSON has none (RFC 8259 section 11).
  response.setHeader('Content-Type', mediaType)
  if (schema === null) {
    const encoding = chooseEncoding(request)
    if (encoding !== 'identity') response.set('Content-Encoding', encoding)
    response.send((body as EncodedBody)[encoding])
    return
  }
  if (services.checkAnswers) schema.parse(body)
  response.send(Buffer.from(JSON.stringify(body)))
}
