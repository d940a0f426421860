import { HISTORY_COLUMNS, type HistoryPart } from '#data/domain/historyColumns'
import { decodeArrowColumns, type Decoded } from '../arrowColumns.ts'
import { fetchColumns } from '../fetchColumns.ts'
import { PointsError } from '../pointsProtocol.ts'

/** What has been: each part as columns of HISTORY_COLUMNS. */
export type History = { [Part in HistoryPart]: Decoded<(typeof HISTORY_COLUMNS)[Part]> }

function decodePart<Part extends HistoryPart>(part: Part, bytes: ArrayBuffer): History[Part] {
  try {
    return decodeArrowColumns(bytes, HISTORY_COLUMNS[part]) as History[Part]
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new PointsError({ kind: 'unreadable', status: 200, message })
  }
}

type Held = { [Part in HistoryPart]?: { decoded: History[Part]; etag: string | null } }

/** Asks for the parts, and again only for what the server has newer. */
export function createHistoryReader(url: string) {
  const held: Held = {}

  async function readPart<Part extends HistoryPart>(part: Part): Promise<History[Part]> {
    const known = held[part] as { decoded: History[Part]; etag: string | null } | undefined
    const fetched = await fetchColumns(`${url}?part=${part}`, known?.etag ?? null, () => {})
    if (!fetched && known) return known.decoded
    if (!fetched) {
      const message = 'The history was not sent although none is held.'
      throw new PointsError({ kind: 'unreadable', status: 304, message })
    }
    const decoded = decodePart(part, fetched.bytes)
    Object.assign(held, { [part]: { decoded, etag: fetched.etag } })
    return decoded
  }

  /** All parts as of now. @throws PointsError */
  return async function readHistory(): Promise<History> {
    const [versions, hazardSources, hiddenDangers] = await Promise.all([
      readPart('versions'),
      readPart('hazardSources'),
      readPart('hiddenDangers'),
    ])
    return { versions, hazardSources, hiddenDangers }
  }
}
