import { problemSchema } from '#data/contract/responses'
import type { PhotoStage } from '#data/domain/photos'
import { ApiError } from './request.ts'

export const photoAddress = (id: number) => `/api/photos/${id}`

/** A camera over a weak signal needs longer than a question. */
const DEADLINE_MILLISECONDS = 120_000

/**
 * Sends one photo. By XMLHttpRequest, because fetch does not tell how much of a body has gone.
 * @param onProgress is told the share that has gone, 0 to 1.
 * @throws ApiError with the server's sentence, or status 0 when the server cannot be reached.
 */
export async function uploadPhoto(
  code: string,
  stage: PhotoStage,
  file: Blob,
  onProgress: (share: number) => void,
): Promise<void> {
  const type = await typeByContent(file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/hidden-dangers/${encodeURIComponent(code)}/photos?stage=${stage}`)
    request.timeout = DEADLINE_MILLISECONDS
    request.setRequestHeader('Content-Type', type)
    request.setRequestHeader('Accept-Language', document.documentElement.lang || 'zh-CN')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    const away = () => reject(new ApiError(0, 'The server cannot be reached'))
    request.onerror = away
    request.ontimeout = away
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve()
      reject(errorOf(request))
    }
    request.send(file)
  })
}

const startsWith = (bytes: Uint8Array, text: string, at = 0) =>
  [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0))

/** Chat programs name a PNG .jpg, and the browser goes by the name: the first bytes say what it is. */
async function typeByContent(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, 12).arrayBuffer())
  if (startsWith(bytes, '\x89PNG')) return 'image/png'
  if (startsWith(bytes, '\xff\xd8\xff')) return 'image/jpeg'
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'image/webp'
  return file.type
}

function errorOf({ status, statusText, responseText }: XMLHttpRequest): ApiError {
  try {
    const problem = problemSchema.parse(JSON.parse(responseText))
    return new ApiError(status, problem.detail, problem)
  } catch {
    return new ApiError(status, statusText)
  }
}
