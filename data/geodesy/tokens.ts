export type Axis = 'longitude' | 'latitude'
export type Unit = 'degrees' | 'minutes' | 'seconds'

export type Token =
  | { kind: 'number'; value: number; isWhole: boolean; isSigned: boolean; unit: Unit | null }
  /** E, W, N, S, 东经, 纬度 …; `sign` is −1 for west and south. */
  | { kind: 'axis'; axis: Axis; sign: 1 | -1 }
  | { kind: 'separator' }

/** Two minute marks are a second mark, so seconds come first. */
const UNIT_MARKS: readonly { unit: Unit; pattern: RegExp }[] = [
  { unit: 'degrees', pattern: /[°º˚度]/y },
  { unit: 'seconds', pattern: /″|"|”|“|''|′′|’’|秒/y },
  { unit: 'minutes', pattern: /′|'|’|‘|´|`|分/y },
]

const AXIS_MARKS: readonly { axis: Axis; sign: 1 | -1; pattern: RegExp }[] = [
  { axis: 'longitude', sign: -1, pattern: /西经|w(?![a-z])/iy },
  { axis: 'latitude', sign: -1, pattern: /南纬|s(?![a-z])/iy },
  { axis: 'longitude', sign: 1, pattern: /东经|经度|(?:longitude|long|lon|lng|e)(?![a-z])/iy },
  { axis: 'latitude', sign: 1, pattern: /北纬|纬度|(?:latitude|lat|n)(?![a-z])/iy },
]

/** A hyphen after a digit is no sign: 114-08-38.4. */
const NUMBER = /(?:(?<!\d)[-+−])?\d+(?:\.\d+)?/y
const SEPARATOR = /[,、;/|\n]/y
/** Colons stand between 114:08:38 and after "经度:". */
const BLANK = /(?:[^\S\n]|[:=()[\]]|(?<=\d)[-−](?=\d))+/y
const SPACES = /[^\S\n]+/y

/** The tokens of a typed position, or null where a character belongs to none. */
export function readTokens(text: string): Token[] | null {
  const source = withoutFullWidth(text).trim()
  const tokens: Token[] = []
  let at = 0
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(source)?.[0] ?? null
    if (found !== null) at += found.length
    return found
  }
  while (at < source.length) {
    if (take(SEPARATOR) !== null) {
      tokens.push({ kind: 'separator' })
      continue
    }
    if (take(BLANK) !== null) continue
    const digits = take(NUMBER)
    if (digits !== null) {
      take(SPACES)
      const unit = UNIT_MARKS.find(({ pattern }) => take(pattern) !== null)?.unit ?? null
      tokens.push(numberToken(digits, unit))
      continue
    }
    const mark = AXIS_MARKS.find(({ pattern }) => take(pattern) !== null)
    if (!mark) return null
    const { axis, sign } = mark
    const last = tokens.at(-1)
    // "经度:东经114.144" says the same thing twice.
    if (last?.kind === 'axis' && last.axis === axis) tokens.pop()
    tokens.push({ kind: 'axis', axis, sign })
  }
  return tokens
}

function numberToken(digits: string, unit: Unit | null): Token {
  return {
    kind: 'number',
    value: Number(digits.replace('−', '-')),
    isWhole: !digits.includes('.'),
    isSigned: /^[-+−]/.test(digits),
    unit,
  }
}

/** ，１２３：（ and the like as typed with a Chinese keyboard. */
function withoutFullWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll('。', '.')
}
