import { type Request, type RequestHandler, type Response, type Router } from 'express'
import { CONTRACT, type Answer, type Body, type Contract, type EndpointKey } from '#data/contract'
import type { Params, Query } from '#data/contract'
import type { Endpoint, FileBody } from '#data/contract/endpoint'
import { DISTRICT_VIEWER, type Actor } from '#data/domain/roles'
import { formatInstant, type Clock } from '../clock.ts'
import { as } from '../db/actor.ts'
import type { Db, Queryable, TransactionOptions } from '../db/Db.ts'
import { readValidity } from '../features/changes/validity.queries.ts'
import { entityTag, knownVersionTag, versionTag, type Validity } from './conditional.ts'
import { chooseEncoding, type Encoding } from './encoding.ts'
import { parseBody, parseParameters, readQuery } from './parseParameters.ts'
import { answerOnce, readIdempotencyKey } from './idempotency.ts'
import { HttpProblem } from './problems.ts'
import { bodyReaders, fileOf } from './readBody.ts'
import { readVersion } from './readVersion.ts'
import { requireOwnPage } from './writeGuard.ts'

/** What the endpoints are built on. */
export type Services = {
  db: Db
  clock: Clock
  /** In whose name writes are made; null: nobody writes. */
  writer: Actor | null
  /** Parses every answer by its schema before it leaves: in development and in tests. */
  checkAnswers: boolean
}

/** Runs statements as the actor of a request, in one transaction. */
export type DataReader = <T>(
  run: (transaction: Queryable) => Promise<T>,
  options?: TransactionOptions,
) => Promise<T>

/** A request as a handler sees it: parsed, and with the data as its actor may see it. */
type DataRequest<K extends EndpointKey> = OpenRequest<K> & {
  actor: Actor
  /** Version of the data, read before anything else: what is read later is never older. */
  dataVersion: string
  /** Differs whenever the data does: what is kept from one request to the next is kept by this. */
  dataState: string
  read: DataReader
}
/** A write: one transaction of the actor, whole or not at all. */
type WriteRequest<K extends EndpointKey> = OpenRequest<K> & {
  actor: Actor
  write: DataReader
  /** The version that the change was made from, of `If-Match`; 0 for what needs none. */
  version: number
}
type OpenRequest<K extends EndpointKey> = { params: Params<K>; query: Query<K>; body: Body<K> }

/** Bytes that were encoded beforehand, in every encoding that is offered. */
export type EncodedBody = Record<Encoding, Buffer>
/** An answer whose status is not 200. */
type StatusAnswer<T> = { status: number; answer: T }

type Reply<K extends EndpointKey> = Answer<K> extends null ? RawReply<K> : Answer<K>
/** What never changes is a file of its own; the rest was encoded beforehand. */
type RawReply<K extends EndpointKey> = Contract[K] extends { immutable: true }
  ? FileBody
  : EncodedBody

type Handler<K extends EndpointKey> = Contract[K]['roles'] extends null
  ? (request: OpenRequest<K>) => Promise<StatusAnswer<Reply<K>>>
  : Contract[K]['method'] extends 'get'
    ? (request: DataRequest<K>) => Promise<Reply<K>>
    : (request: WriteRequest<K>) => Promise<Reply<K>>

/** Every endpoint of the contract; leaving one out does not compile. */
export type Handlers = { [K in EndpointKey]: Handler<K> }

/** The types of one entry have done their work in `Handlers`; here every entry is treated alike. */
type AnyRequest = { params: unknown; query: unknown; body: unknown }
type OpenHandler = (request: AnyRequest) => Promise<StatusAnswer<unknown>>
type DataHandler = (
  request: AnyRequest & Omit<DataRequest<EndpointKey>, keyof AnyRequest>,
) => Promise<unknown>
type WriteHandler = (
  request: AnyRequest & Omit<WriteRequest<EndpointKey>, keyof AnyRequest>,
) => Promise<unknown>
type AnyHandler = OpenHandler | DataHandler | WriteHandler

/** Registers every entry of the contract; another method on a known address is answered 405. */
export function registerEndpoints(router: Router, handlers: Handlers, services: Services): void {
  const methodsByPath = new Map<string, string[]>()
  for (const key of Object.keys(CONTRACT) as EndpointKey[]) {
    const { method, path } = CONTRACT[key]
    router[method](path, ...endpoint(key, handlers[key] as unknown as AnyHandler, services))
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

/** A kind of endpoint: what happens between the parsed request and the answer. */
type Exchange = { request: Request; response: Response; parsed: AnyRequest; services: Services }

function endpoint(key: EndpointKey, handler: AnyHandler, services: Services): RequestHandler[] {
  const entry: Endpoint = CONTRACT[key]
  const run = async (request: Request, response: Response): Promise<void> => {
    const isWrite = entry.roles !== null && entry.method !== 'get'
    // Who may not write is told so before anything about the request.
    if (isWrite) requireOwnPage(request)
    const exchange = { request, response, parsed: parseRequest(entry, request), services }
    if (entry.roles === null) await answerOpen(entry, handler as OpenHandler, exchange)
    else if (isWrite) await answerWrite(entry, handler as WriteHandler, exchange)
    else await answerData(entry, handler as DataHandler, exchange)
  }
  return [...bodyReaders(entry), run]
}

async function answerOpen(
  entry: Endpoint,
  handler: OpenHandler,
  { request, response, parsed, services }: Exchange,
): Promise<void> {
  const { status, answer } = await handler(parsed)
  response.status(status).set('Cache-Control', 'no-cache')
  sendBody(entry, request, response, answer, services)
}

async function answerWrite(
  entry: Endpoint,
  handler: WriteHandler,
  { request, response, parsed, services }: Exchange,
): Promise<void> {
  const actor = services.writer
  if (actor === null || !entry.roles?.includes(actor.role)) {
    throw new HttpProblem('notAllowed', {
      'zh-CN': '现在不能写入:登录功能启用前,只有监听本机地址的服务可由演示管理员写入。',
      en: 'Nobody may write here: until sign-in exists, only a server that listens on loopback lets 演示管理员 write.',
    })
  }
  const version = entry.ifMatch ? readVersion(request) : 0
  const key = entry.idempotent ? readIdempotencyKey(request) : null
  const asked = [entry.method, request.path, parsed.query, version, parsed.body]
  const write: DataReader = (run, options) =>
    as(
      services.db,
      actor,
      (transaction) =>
        key === null
          ? run(transaction)
          : answerOnce(transaction, { key, actor, asked, entry, at: services.clock.now() }, run),
      options,
    )
  const body = await handler({ ...parsed, actor, write, version })
  services.clock.noteChange()
  response.status(entry.status ?? 200).set('Cache-Control', 'no-store')
  if (entry.versioned) response.set('ETag', versionTag(versionOf(body)))
  sendBody(entry, request, response, body, services)
}

async function answerData(
  entry: Endpoint,
  handler: DataHandler,
  { request, response, parsed, services }: Exchange,
): Promise<void> {
  // Until sign-in exists, everybody is the read-only viewer of the whole district.
  const actor = DISTRICT_VIEWER
  const { dataVersion, ahead } = await as(services.db, actor, readValidity)
  const dataState = `${dataVersion}+${ahead}`
  const { clock } = services
  const asOf = entry.timed ? formatInstant(clock.now()).slice(0, 16) : clock.asOf()
  const tag = setValidator(request, response, actor, { dataState, day: clock.today(), asOf })
  const known = entry.versioned ? knownVersionTag(request, tag) : null
  if (known !== null) response.set('ETag', known)
  if (entry.immutable) response.set('Cache-Control', 'private, max-age=31536000, immutable')
  if (request.fresh) {
    response.status(304).end()
    return
  }
  const read: DataReader = (run, options) => as(services.db, actor, run, options)
  const body = await handler({ ...parsed, actor, dataVersion, dataState, read })
  if (entry.versioned) response.set('ETag', versionTag(versionOf(body), tag))
  sendBody(entry, request, response, body, services)
}

const versionOf = (body: unknown): number => (body as { version: number }).version

/** @throws HttpProblem 400 that names every parameter or field that the contract does not allow so. */
function parseRequest({ params, query, body }: Endpoint, request: Request): AnyRequest {
  const questionMark = request.originalUrl.indexOf('?')
  const rawQuery = questionMark === -1 ? '' : request.originalUrl.slice(questionMark + 1)
  return {
    params: parseParameters<unknown>(params, request.params as Record<string, string>),
    query: parseParameters<unknown>(query, readQuery(rawQuery)),
    body: body === 'bytes' ? fileOf(request) : body && parseBody<unknown>(body, request.body),
  }
}

function setValidator(
  request: Request,
  response: Response,
  actor: Actor,
  validity: Omit<Validity, 'audience'>,
): string {
  const audience = `${actor.role}:${actor.scope}`
  const tag = entityTag(request.originalUrl, { ...validity, audience })
  response.set('ETag', tag)
  // Kept by the browser, but asked for anew each time: the version decides, not an age.
  response.set('Cache-Control', 'private, no-cache')
  response.vary('Accept-Encoding')
  return tag
}

const isFile = (body: unknown): body is FileBody =>
  typeof body === 'object' && body !== null && 'bytes' in body && body.bytes instanceof Uint8Array

function sendBody(
  { response: schema, mediaType }: Endpoint,
  request: Request,
  response: Response,
  body: unknown,
  services: Services,
): void {
  if (isFile(body)) {
    response.setHeader('Content-Type', body.mediaType)
    response.send(Buffer.from(body.bytes))
    return
  }
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
