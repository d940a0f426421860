import type { CoordinateProblem } from './coordinateProblems.ts'
import { readTokens, type Axis, type Token, type Unit } from './tokens.ts'

/** Degrees, in the system the officer chose. */
export type Coordinates = { longitude: number; latitude: number }

export type ParsedCoordinates =
  ({ kind: 'read' } & Coordinates) | { kind: 'problem'; problem: CoordinateProblem }

type NumberToken = Extract<Token, { kind: 'number' }>
type Half = { numbers: NumberToken[]; axis: Axis | null; sign: 1 | -1 }
type Angle = { degrees: number; axis: Axis | null }

const UNITS = ['degrees', 'minutes', 'seconds'] as const
/** China: the two ranges do not meet, so a number alone says which axis it is of. */
const RANGES = {
  longitude: { least: 73, most: 136 },
  latitude: { least: 3, most: 54 },
} as const satisfies Record<Axis, { least: number; most: number }>
/** 1e-8 degrees are a millimetre; what comes after is noise of 114 + 8/60 + 38.4/3600. */
const DECIMALS = 1e8

/**
 * Reads a position as people type it: decimal degrees in either order, degrees with minutes and
 * seconds, with letters or Chinese words before or after, with any usual mark between. Positions are
 * in China. Anything doubtful is a problem with a sentence of its own, never a guess.
 */
export function parseCoordinates(text: string): ParsedCoordinates {
  if (text.trim() === '') return failed('empty')
  const tokens = readTokens(text)
  if (!tokens) return failed('unreadable')
  const halves = splitHalves(tokens)
  if (typeof halves === 'string') return failed(halves)
  const first = readAngle(halves[0])
  if (typeof first === 'string') return failed(first)
  const second = readAngle(halves[1])
  if (typeof second === 'string') return failed(second)
  return assignAxes(first, second)
}

const failed = (problem: CoordinateProblem): ParsedCoordinates => ({ kind: 'problem', problem })

/** The tokens of the two halves, by the first way that leaves a number in each. */
function splitHalves(tokens: readonly Token[]): [Half, Half] | CoordinateProblem {
  const numbers = numbersOf(tokens)
  const marks = tokens.filter(({ kind }) => kind === 'axis').length
  if (numbers.length === 0) return 'unreadable'
  if (numbers.length === 1) return 'missingHalf'
  if (numbers.length > 2 * UNITS.length || marks > 2) return 'tooManyParts'
  if (marks === 1) return 'oneMark'
  for (const cut of possibleCuts(tokens)) {
    const first = tokens.slice(0, cut)
    const second = tokens.slice(cut)
    const start = numbersOf(second)[0]
    if (numbersOf(first).length === 0 || !start) continue
    if (start.unit === 'minutes' || start.unit === 'seconds') return 'missingHalf'
    return [halfOf(first), halfOf(second)]
  }
  return numbers.length === UNITS.length ? 'missingHalf' : 'unclearParts'
}

/** Where the second half may begin: by its mark, a separator, its degree mark, or the middle. */
function possibleCuts(tokens: readonly Token[]): number[] {
  const indexesOf = (has: (token: Token) => boolean) =>
    tokens.flatMap((token, index) => (has(token) ? [index] : []))
  const numbers = indexesOf(({ kind }) => kind === 'number')
  const marks = indexesOf(({ kind }) => kind === 'axis')
  const separators = indexesOf(({ kind }) => kind === 'separator').filter(
    (index) => index > numbers[0]! && index < numbers.at(-1)!,
  )
  const degrees = indexesOf((token) => token.kind === 'number' && token.unit === 'degrees')
  const cuts: number[] = []
  if (marks.length === 2) cuts.push(marks[0]! < numbers[0]! ? marks[1]! : marks[0]! + 1)
  if (separators.length === 1) cuts.push(separators[0]!)
  if (degrees.length === 2) cuts.push(degrees[1]!)
  if (numbers.length % 2 === 0) cuts.push(numbers[numbers.length / 2]!)
  return cuts
}

function numbersOf(tokens: readonly Token[]): NumberToken[] {
  return tokens.filter((token) => token.kind === 'number')
}

function halfOf(tokens: readonly Token[]): Half {
  const mark = tokens.find((token) => token.kind === 'axis')
  return { numbers: numbersOf(tokens), axis: mark?.axis ?? null, sign: mark?.sign ?? 1 }
}

function readAngle({ numbers, axis, sign }: Half): Angle | CoordinateProblem {
  if (numbers.length > UNITS.length) return 'tooManyParts'
  const parts = new Map<Unit, NumberToken>()
  let next = 0
  for (const [index, number] of numbers.entries()) {
    const place = number.unit === null ? next : UNITS.indexOf(number.unit)
    const isInOrder = place >= next && place < UNITS.length && (index > 0 || place === 0)
    if (!isInOrder) return 'unitsOutOfOrder'
    if (index > 0 && number.isSigned) return 'unclearParts'
    if (index < numbers.length - 1 && !number.isWhole) return 'fractionTooEarly'
    parts.set(UNITS[place]!, number)
    next = place + 1
  }
  const degrees = parts.get('degrees')!.value
  const minutes = parts.get('minutes')?.value ?? 0
  const seconds = parts.get('seconds')?.value ?? 0
  if (minutes >= 60) return 'minutesTooLarge'
  if (seconds >= 60) return 'secondsTooLarge'
  const size = Math.abs(degrees) + minutes / 60 + seconds / 3600
  const value = Math.sign(degrees) < 0 ? -size : size
  return { degrees: Math.round(sign * value * DECIMALS) / DECIMALS, axis }
}

function assignAxes(first: Angle, second: Angle): ParsedCoordinates {
  const axes = [first, second].map((angle) => angle.axis ?? axisOf(angle.degrees))
  const [a, b] = axes as [Axis | null, Axis | null]
  if (a && a === b) return failed(a === 'latitude' ? 'twoLatitudes' : 'twoLongitudes')
  if (Math.max(Math.abs(first.degrees), Math.abs(second.degrees)) > 1000) {
    return failed('planeCoordinates')
  }
  const isLongitudeFirst = a === 'longitude' || b === 'latitude'
  const [longitude, latitude] = isLongitudeFirst
    ? [first.degrees, second.degrees]
    : [second.degrees, first.degrees]
  if (axisOf(longitude) === 'longitude' && axisOf(latitude) === 'latitude') {
    return { kind: 'read', longitude, latitude }
  }
  const isSwapped = axisOf(longitude) === 'latitude' && axisOf(latitude) === 'longitude'
  return failed(isSwapped ? 'swapped' : 'outOfRange')
}

function axisOf(degrees: number): Axis | null {
  const isWithin = (axis: Axis) => degrees >= RANGES[axis].least && degrees <= RANGES[axis].most
  return isWithin('longitude') ? 'longitude' : isWithin('latitude') ? 'latitude' : null
}
