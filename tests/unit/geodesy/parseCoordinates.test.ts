import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COORDINATE_PROBLEMS } from '#data/geodesy/coordinateProblems'
import { formatDegreesMinutesSeconds } from '#data/geodesy/formatDegreesMinutesSeconds'
import { parseCoordinates } from '#data/geodesy/parseCoordinates'

test.each([
  '114.144, 22.669',
  '114.144,22.669',
  '22.669 114.144',
  '22.669, 114.144',
  '114.144，22.669',
  '114.144、22.669',
  '（114.144，22.669）',
  '[114.144, 22.669]',
  '１１４．１４４，２２．６６９',
  ' 114.144 \t 22.669 ',
  '114.144\n22.669',
  '114.144/22.669',
  '114.144°, 22.669°',
  '114.144°E 22.669°N',
  'E114.144 N22.669',
  'e 114.144, n 22.669',
  'N22.669 E114.144',
  '22.669N,114.144E',
  'E114.144, 22.669N',
  'lng: 114.144, lat: 22.669',
  'Latitude=22.669; Longitude=114.144',
  '经度:114.144 纬度:22.669',
  '经度：东经114.144；纬度：北纬22.669',
  '东经114.144度 北纬22.669度',
  '114°08′38.4″E 22°40′08.4″N',
  '114°08\'38.4"E, 22°40\'08.4"N',
  "114°08'38.4''E 22°40'08.4''N",
  '114º8’38.4”，22º40’8.4”',
  '114° 8′ 38.4″ 22° 40′ 8.4″',
  'E114°08′38.4″ N22°40′08.4″',
  'N 22°40′08.4″, E 114°08′38.4″',
  '22 40 08.4 N, 114 08 38.4 E',
  '114 08 38.4 22 40 08.4',
  '114 08 38.4, 22 40 08.4',
  '114:08:38.4 22:40:08.4',
  '114-08-38.4, 22-40-08.4',
  '东经114度8分38.4秒 北纬22度40分8.4秒',
  '北纬22度40分8.4秒,东经114度8分38.4秒',
  '114度8分38.4秒,22度40分8.4秒',
  "114°8.64' 22°40.14'",
  '114 8.64, 22 40.14',
  '22°40.14′N 114°8.64′E',
])('%j is read', (text) => {
  expect(parseCoordinates(text)).toEqual({ kind: 'read', longitude: 114.144, latitude: 22.669 })
})

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['园区北门', 'unreadable'],
  ['114.144, 22.669 附近', 'unreadable'],
  ['114..144, 22.669', 'unreadable'],
  ['N E', 'unreadable'],
  ['114.144', 'missingHalf'],
  ['E114.144', 'missingHalf'],
  ['114°08′38.4″', 'missingHalf'],
  ['114°08′', 'missingHalf'],
  ['114 08 38.4', 'missingHalf'],
  ['114.144,', 'missingHalf'],
  ['114 08 38 22 40', 'unclearParts'],
  ['114, 08, 38.4, 22, 40', 'unclearParts'],
  ['114.144E 22.669', 'oneMark'],
  ['114.144 N 22.669', 'oneMark'],
  ['114.1, 22.6; 114.2, 22.7 114.3 22.8 114.4 22.9', 'tooManyParts'],
  ['E114.1 N22.6 E114.2 N22.7', 'tooManyParts'],
  ['114 8 38 4, 22.6', 'tooManyParts'],
  ['114°60′00″E 22°40′08.4″N', 'minutesTooLarge'],
  ['114°08′38.4″E 22°75′08.4″N', 'minutesTooLarge'],
  ['114,144 22,669', 'minutesTooLarge'],
  ['114°08′60″E 22°40′08.4″N', 'secondsTooLarge'],
  ['114 08 38.4, 22 40 84', 'secondsTooLarge'],
  ['22.669, 22.670', 'twoLatitudes'],
  ['N22.669 N22.670', 'twoLatitudes'],
  ['22.669 N, 114.144 N', 'twoLatitudes'],
  ['114.144, 114.145', 'twoLongitudes'],
  ['东经114.144 经度114.145', 'twoLongitudes'],
  ['E22.669 N114.144', 'swapped'],
  ['北纬114.144 东经22.669', 'swapped'],
  ['114.144, 2.669', 'outOfRange'],
  ['72.9, 22.669', 'outOfRange'],
  ['136.1, 22.669', 'outOfRange'],
  ['114.144, 54.1', 'outOfRange'],
  ['0, 0', 'outOfRange'],
  ['114.144W 22.669N', 'outOfRange'],
  ['东经114.144 南纬22.669', 'outOfRange'],
  ['114.144, -22.669', 'outOfRange'],
  ['514823.4, 2507835.1', 'planeCoordinates'],
  ['2507835 38514823', 'planeCoordinates'],
  ['114.5°08′38″E 22°40′08″N', 'fractionTooEarly'],
  ['114°08.5′38″E 22°40′08″N', 'fractionTooEarly'],
  ['38.4″08′114°, 22°40′08″', 'unitsOutOfOrder'],
  ['114°38″08′, 22°40′08″', 'unitsOutOfOrder'],
  ['114°38″8, 22°40′08″', 'unitsOutOfOrder'],
  ['114 −8 38, 22 40 8', 'unclearParts'],
])('%j: %s', (text, problem) => {
  expect(parseCoordinates(text)).toEqual({ kind: 'problem', problem })
})

test.each([
  ['73, 3', 73, 3],
  ['136, 54', 136, 54],
  ['114°59′59.9″ 22°59′59.9″', 114.99997222, 22.99997222],
  ['114°00′00″, 22°00′00″', 114, 22],
])('%j: the limits themselves are read', (text, longitude, latitude) => {
  expect(parseCoordinates(text)).toEqual({ kind: 'read', longitude, latitude })
})

test('every problem has a sentence in both languages', () => {
  for (const labels of Object.values(COORDINATE_PROBLEMS)) {
    expect(labels['zh-CN']).toMatch(/[;,:(]/)
    expect(labels.en.length).toBeGreaterThan(20)
  }
})

const inLonggang = fc.record({
  longitude: fc.double({ min: 114, max: 114.45, noNaN: true }),
  latitude: fc.double({ min: 22.5, max: 22.9, noNaN: true }),
})

test('what is formatted reads back to half of its last place', () => {
  fc.assert(
    fc.property(inLonggang, fc.nat(4), (position, decimals) => {
      const parsed = parseCoordinates(formatDegreesMinutesSeconds(position, decimals))
      if (parsed.kind !== 'read') throw new Error(parsed.problem)
      const step = 1 / 3600 / 10 ** decimals
      expect(Math.abs(parsed.longitude - position.longitude)).toBeLessThan(step * 0.501 + 1e-8)
      expect(Math.abs(parsed.latitude - position.latitude)).toBeLessThan(step * 0.501 + 1e-8)
    }),
  )
})

test('decimal degrees read as they are, in either order', () => {
  fc.assert(
    fc.property(inLonggang, ({ longitude, latitude }) => {
      const [east, north] = [longitude.toFixed(6), latitude.toFixed(6)]
      const expected = { kind: 'read', longitude: Number(east), latitude: Number(north) }
      expect(parseCoordinates(`${east},${north}`)).toEqual(expected)
      expect(parseCoordinates(`${north} ${east}`)).toEqual(expected)
    }),
  )
})

test('no text breaks it', () => {
  const scraps = fc.constantFrom(
    ...[
      '114',
      '22.6',
      '°',
      '′',
      '″',
      "'",
      '"',
      ',',
      ' ',
      '-',
      'E',
      'N',
      '东经',
      '北纬',
      '度',
      '分',
    ],
    ...['秒', '\n', '.', '(', '60', '1e9', '经度:', 'lat'],
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(scraps, { maxLength: 12 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (typed) => {
      const parsed = parseCoordinates(typed)
      if (parsed.kind === 'problem') expect(COORDINATE_PROBLEMS).toHaveProperty(parsed.problem)
      else expect(parsed.longitude).toBeGreaterThan(parsed.latitude)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  [{ longitude: 114.144, latitude: 22.669 }, 1, '114°08′38.4″E 22°40′08.4″N'],
  [{ longitude: 114.144, latitude: 22.669 }, 0, '114°08′38″E 22°40′08″N'],
  [{ longitude: 113.99999999, latitude: 22.99999999 }, 1, '114°00′00.0″E 23°00′00.0″N'],
  [{ longitude: -0.5, latitude: -1.25 }, 2, '0°30′00.00″W 1°15′00.00″S'],
])('%j with %i decimals is %s', (position, decimals, text) => {
  expect(formatDegreesMinutesSeconds(position, decimals)).toBe(text)
})
