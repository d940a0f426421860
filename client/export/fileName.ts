import { dateTime } from '../composables/formatTime.ts'

/** What file systems refuse in a name. */
const REFUSED = /[\\/:*?"<>|\s]+/g

/**
 * 龙岗_热力_2026-11-23_0900.png: the district, what it is, and the instant of the data, or the day
 * looked back to.
 */
export function exportFileName(
  district: string,
  what: string,
  { asOf, day }: { asOf: string; day?: string | null },
  extension: 'png' | 'geojson' | 'csv',
): string {
  const when = day ?? dateTime(asOf).replace(' ', '_').replace(':', '')
  const name = [district, what, when].map((part) => part.replace(REFUSED, '-')).join('_')
  return `${name}.${extension}`
}
