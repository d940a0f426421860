import { once } from 'node:events'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { z } from 'zod'
import { CONTRACT, type Answer, type EndpointKey } from '#data/contract'
import type { Endpoint } from '#data/contract/endpoint'
import { problemSchema, type Problem } from '#data/contract/responses'
import { createApp, type AppOptions } from '../../../server/app.ts'

type RawAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer }
type RequestOptions = {
  method?: string
  headers?: Record<string, string>
  /** Sent as it is when it is text or bytes, as JSON otherwise. */
  body?: unknown
}
/** A write: JSON with the version that it was made from. */
type Sent = { body?: unknown; version?: number | string }

export type Served = {
  /** Sends the address byte for byte as given: fetch would mend it. */
  request: (address: string, options?: RequestOptions) => Promise<RawAnswer>
  /** The answer of an endpoint, parsed by its schema, with nothing in it that the schema lacks. */
  get: <K extends EndpointKey>(key: K, address: string) => Promise<Answer<K>>
  /** What a write is answered with, parsed by its schema. */
  send: <K extends EndpointKey>(key: K, address: string, sent?: Sent) => Promise<Answer<K>>
  /** The problem that a write is answered with. */
  refusal: <K extends EndpointKey>(key: K, address: string, sent?: Sent) => Promise<Problem>
  /** The problem that an address is answered with, parsed. */
  problem: (address: string, options?: RequestOptions) => Promise<Problem>
  /** Lines that the server logged. */
  log: Record<string, unknown>[]
  close: () => Promise<void>
}

/** An application on a port of its own. */
export async function serve(options: Omit<AppOptions, 'logger'>): Promise<Served> {
  const log: Served['log'] = []
  const sink = new Writable({
    write: (line: Buffer, _encoding, done) => {
      log.push(JSON.parse(String(line)) as Record<string, unknown>)
      done()
    },
  })
  const app = createApp({ ...options, logger: pino({ level: 'debug' }, sink) })
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const request: Served['request'] = (address, requestOptions) =>
    sendRequest(port, address, requestOptions)
  const served: Served = {
    request,
    log,
    get: async (key, address) => parseAnswer(key, await request(address)),
    send: async (key, address, sent) =>
      parseAnswer(key, await request(address, writeOptions(key, sent))),
    refusal: (key, address, sent) => served.problem(address, writeOptions(key, sent)),
    problem: async (address, requestOptions) => {
      const answer = await request(address, requestOptions)
      if (answer.headers['content-type'] !== 'application/problem+json') {
        throw new Error(`${address} answered ${answer.status} without a problem`)
      }
      const problem = z.strictObject(problemSchema.shape).parse(JSON.parse(String(answer.body)))
      if (problem.status !== answer.status) throw new Error('The status is told in two ways')
      return problem
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return served
}

function writeOptions(key: EndpointKey, { body, version }: Sent = {}): RequestOptions {
  return {
    method: CONTRACT[key].method.toUpperCase(),
    headers: version === undefined ? {} : { 'If-Match': `"${version}"` },
    body,
  }
}

function parseAnswer<K extends EndpointKey>(key: K, { status, headers, body }: RawAnswer) {
  const entry: Endpoint = CONTRACT[key]
  const { response, mediaType } = entry
  if (status !== (entry.status ?? 200))
    throw new Error(`${key} answered ${status}: ${String(body)}`)
  if (headers['content-type'] !== mediaType) {
    throw new Error(`${key} answered ${headers['content-type']}, not ${mediaType}`)
  }
  if (!response) throw new Error(`${key} does not answer JSON`)
  const json: unknown = JSON.parse(String(body))
  const answer = response.parse(json)
  // Parsing drops what a schema does not know; then both texts would differ in length.
  if (JSON.stringify(answer).length !== JSON.stringify(json).length) {
    throw new Error(`${key} answers more than its schema says`)
  }
  return answer as Answer<K>
}

async function sendRequest(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: RequestOptions = {},
): Promise<RawAnswer> {
  const isReady = body === undefined || typeof body === 'string' || Buffer.isBuffer(body)
  const text = isReady ? (body as string | Buffer | undefined) : JSON.stringify(body)
  const type = text === undefined ? {} : { 'Content-Type': 'application/json' }
  const options = { host: '127.0.0.1', port, path, method, headers: { ...type, ...headers } }
  const outgoing = httpRequest(options)
  outgoing.end(text)
  const [incoming] = (await once(outgoing, 'response')) as [
    NodeJS.ReadableStream & { statusCode?: number; headers: IncomingHttpHeaders },
  ]
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return {
    status: incoming.statusCode ?? 0,
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  }
}
