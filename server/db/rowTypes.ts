type Parse = (text: string) => unknown

const asText: Parse = (text) => text

/** Whole and decimal numbers become a number only where none of their digits is lost. */
function parseExactNumber(text: string): number | string {
  const value = Number(text)
  const digits = text.replace(/^-?0*\.?0*/, '').replace('.', '')
  if (/^-?\d+$/.test(text)) return Number.isSafeInteger(value) ? value : text
  return Number.isNaN(value) || digits.length <= 15 ? value : text
}

/** `2026-11-23 09:00:00.123456+08` and `infinity`, as Date; a Date keeps milliseconds. */
function parseInstant(text: string): Date | string {
  const match = /^(\d{4,6})-(\d\d)-(\d\d) ([\d:]{8})(\.\d+)?([+-]\d\d)(:\d\d)?$/.exec(text)
  if (!match) return text
  const [, year = '', month, day, time, fraction = '', hours, minutes = ':00'] = match
  const milliseconds = fraction.slice(0, 4)
  const fullYear = year.length > 4 ? `+${year.padStart(6, '0')}` : year
  return new Date(`${fullYear}-${month}-${day}T${time}${milliseconds}${hours}${minutes}`)
}

function parseBytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.slice(2), 'hex'))
}

/** Object identifiers of PostgreSQL's types, and of their arrays; everything else stays text. */
const SCALARS: readonly { type: number; array: number; parse: Parse }[] = [
  { type: 16, array: 1000, parse: (text) => text === 't' },
  { type: 17, array: 1001, parse: parseBytes },
  { type: 20, array: 1016, parse: parseExactNumber },
  { type: 21, array: 1005, parse: Number },
  { type: 23, array: 1007, parse: Number },
  { type: 25, array: 1009, parse: asText },
  { type: 26, array: 1028, parse: Number },
  { type: 114, array: 199, parse: JSON.parse },
  { type: 700, array: 1021, parse: Number },
  { type: 701, array: 1022, parse: Number },
  { type: 1043, array: 1015, parse: asText },
  // A civil day has no instant: it travels as text.
  { type: 1082, array: 1182, parse: asText },
  { type: 1184, array: 1185, parse: parseInstant },
  { type: 1700, array: 1231, parse: parseExactNumber },
  { type: 2950, array: 2951, parse: asText },
  { type: 3802, array: 3807, parse: JSON.parse },
]

type Nested = unknown[]

/** An array as PostgreSQL writes it, `{a,"b,c",NULL,{…}}`. */
function parseArray(text: string, parse: Parse): Nested {
  const stack: Nested[] = [[]]
  const element = /"((?:[^"\\]|\\.)*)"|([{}])|([^,{}"]+)/g
  // Bounds other than 1 stand before the elements: `[0:2]={1,2,3}`.
  element.lastIndex = text.indexOf('{')
  for (const [, quoted, brace, bare] of text.matchAll(element)) {
    const innermost = stack.at(-1) as Nested
    if (brace === '{') {
      const inner: Nested = []
      innermost.push(inner)
      stack.push(inner)
    } else if (brace === '}') stack.pop()
    else if (quoted !== undefined) innermost.push(parse(quoted.replace(/\\(.)/g, '$1')))
    else innermost.push(bare === 'NULL' ? null : parse(bare ?? ''))
  }
  return stack[0]?.[0] as Nested
}

const PARSERS: ReadonlyMap<number, Parse> = new Map(
  SCALARS.flatMap(({ type, array, parse }): [number, Parse][] => [
    [type, parse],
    [array, (text) => parseArray(text, parse)],
  ]),
)

/** How a value of a type is read from PostgreSQL's text format, the same for both drivers. */
export function parserOf(type: number): Parse {
  return PARSERS.get(type) ?? asText
}
