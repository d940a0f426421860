import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { EncodedBody } from '../../../http/endpoint.ts'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

const BROTLI_QUALITY = 5
const GZIP_LEVEL = 6

/** The same bytes in every encoding; the two compressions run in threads at the same time. */
export async function compressBytes(bytes: Uint8Array): Promise<EncodedBody> {
  const [br, gzipped] = await Promise.all([
    compressBrotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    compressGzip(bytes, { level: GZIP_LEVEL }),
  ])
  return { br, gzip: gzipped, identity: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) }
}
