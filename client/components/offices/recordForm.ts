/** A field of a form that registers something; its value is a text, or '' for what is left out. */
export type OfficeField = {
  key: string
  label: string
  kind:
    'text' | 'lines' | 'date' | 'instant' | 'number' | 'select' | 'tick' | 'party' | 'attendances'
  options?: readonly { value: string; label: string }[]
  value?: string
  hint?: string
  optional?: boolean
}

export type FormValues = Record<string, string>

export const startValues = (fields: readonly OfficeField[]): FormValues =>
  Object.fromEntries(fields.map(({ key, value = '' }) => [key, value]))

/** Required fields that are still empty. */
export const missingOf = (fields: readonly OfficeField[], values: FormValues): string[] =>
  fields
    .filter(({ kind, optional }) => !optional && kind !== 'tick')
    .map(({ key, kind }) => (kind === 'party' ? 'parkCode' : key))
    .filter((key) => !values[key]?.trim())

const OFFSET = '+08:00'

/** The body of the request: numbers as numbers, instants of Shanghai, nothing where nothing is. */
export function bodyOf(fields: readonly OfficeField[], values: FormValues) {
  const told = fields.flatMap(({ key, kind }): [string, unknown][] => {
    if (kind === 'party') {
      return [
        ['parkCode', values.parkCode],
        ['enterpriseCode', values.enterpriseCode],
      ]
    }
    const text = values[key]?.trim()
    if (!text) return []
    if (kind === 'attendances') return [[key, JSON.parse(text)]]
    if (kind === 'number') return [[key, Number(text)]]
    if (kind === 'tick') return [[key, true]]
    return [[key, kind === 'instant' ? `${text}:00${OFFSET}` : text]]
  })
  return Object.fromEntries(told.filter(([, value]) => value !== undefined && value !== ''))
}

/** Why something is taken back: what every withdrawal asks for. */
export const reasonField = (label: string): OfficeField => ({
  key: 'reason',
  label,
  kind: 'lines',
})
