import { pinyin } from 'pinyin-pro'

/** Names repeat (every workshop has its dust collector), and reading one takes 20 µs. */
const readings = new Map<string, string>()
const MAXIMUM_READINGS = 50_000

function reading(name: string): string {
  const known = readings.get(name)
  if (known !== undefined) return known
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  const initials = pinyin(name, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
  })
  const result = `${syllables.join('')} ${initials.join('')}`
  if (readings.size < MAXIMUM_READINGS) readings.set(name, result)
  return result
}

/** What the search looks in: name, pinyin, initials and code, in small letters: `坂田街道 bantianjiedao btjd 440307…`. */
export function searchKey(name: string, code: string): string {
  return `${name} ${reading(name)} ${code}`.toLowerCase()
}
