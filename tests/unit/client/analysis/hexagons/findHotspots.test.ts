import { describe, expect, it } from 'vitest'
import { findHotspots } from '../../../../../client/analysis/hexagons/findHotspots.ts'
import { AREA_CODES } from '../tableArbitrary.ts'
import { pointsAt, randomNumbers, rectangle, ringInPlane, type PlacedPoint } from './pointsAt.ts'

// No column of centres stands on its edges.
const DISTRICT = rectangle(20_100, 15_000, 30_100, 25_000)
const REQUEST = {
  edgeMetres: 400,
  neighbourMetres: 1400,
  correction: 'falseDiscoveryRate',
} as const

/** Points all over the district, and many in one corner of it. */
function clustered(): PlacedPoint[] {
  const random = randomNumbers(17)
  const between = (low: number, high: number) => low + random() * (high - low)
  const scattered = Array.from({ length: 150 }, () => ({
    x: between(20_000, 30_000),
    y: between(15_000, 25_000),
    area: 0,
  }))
  const heap = Array.from({ length: 150 }, () => ({
    x: between(21_500, 23_000),
    y: between(16_500, 18_000),
    area: 1,
  }))
  return [...scattered, ...heap]
}

type Found = ReturnType<typeof findHotspots>
const centreOf = ({ geometry }: Found['hexagons']['features'][number]) => {
  const [first, , , fourth] = ringInPlane(geometry.coordinates[0]!)
  return [(first![0] + fourth![0]) / 2, (first![1] + fourth![1]) / 2] as const
}

describe('findHotspots', () => {
  const found = findHotspots(pointsAt(clustered()), REQUEST, DISTRICT)

  it('tests every hexagon whose centre lies in the district, empty ones too', () => {
    const { features } = found.hexagons
    expect(found.tested).toBe(features.length)
    // 100 km² of hexagons of 0.41569 km²
    expect(features.length).toBeGreaterThan(230)
    expect(features.length).toBeLessThan(252)
    for (const [x, y] of features.map(centreOf)) {
      expect(x > 20_100 && x < 30_100 && y > 15_000 && y < 25_000).toBe(true)
    }
    const empty = features.filter(({ properties }) => properties.count === 0)
    expect(empty.length).toBeGreaterThan(100)
    expect(empty.every(({ properties }) => properties.highestRank === 0)).toBe(true)
  })

  it('equals the formula with a full matrix of weights', () => {
    const { features } = found.hexagons
    const x = features.map(({ properties }) => properties.weight)
    const n = x.length
    const mean = x.reduce((sum, one) => sum + one, 0) / n
    const s = Math.sqrt(x.reduce((sum, one) => sum + one ** 2, 0) / n - mean ** 2)
    const centres = features.map(centreOf)
    features.forEach(({ properties }, index) => {
      const [atX, atY] = centres[index]!
      const w = centres.map(([toX, toY]): number =>
        Math.hypot(atX - toX, atY - toY) <= 1400 ? 1 : 0,
      )
      const sumW = w.reduce((sum, one) => sum + one, 0)
      const sumWX = w.reduce((sum, one, other) => sum + one * x[other]!, 0)
      const z = (sumWX - mean * sumW) / (s * Math.sqrt((n * sumW - sumW ** 2) / (n - 1)))
      expect(properties.z).toBeCloseTo(z, 9)
    })
  })

  it('finds the heap hot, and nothing hot far from it', () => {
    const hot = found.hexagons.features.filter(({ properties }) => properties.significance >= 95)
    expect(hot.length).toBeGreaterThan(5)
    for (const [x, y] of hot.map(centreOf)) {
      expect(Math.hypot(x - 22_250, y - 17_250)).toBeLessThan(3500)
    }
    expect(found.counts[95] + found.counts[99]).toBe(hot.length)
    const counted = Object.values(found.counts).reduce((sum, count) => sum + count, 0)
    expect(counted).toBe(found.tested)
    expect(found.hotShare).toBeGreaterThan(0.4)
    expect(found.hotShare).toBeLessThan(0.8)
    expect(found.hotCommunities[0]).toMatchObject({ areaCode: AREA_CODES[1] })
  })

  it('finds at most as much when it corrects for many tests', () => {
    const plain = findHotspots(pointsAt(clustered()), { ...REQUEST, correction: 'none' }, DISTRICT)
    for (const confidence of [90, 95, 99]) {
      const countOf = ({ hexagons }: Found) =>
        hexagons.features.filter(
          ({ properties }) => Math.abs(properties.significance) >= confidence,
        ).length
      expect(countOf(found)).toBeLessThanOrEqual(countOf(plain))
    }
  })

  it('moves with the points', () => {
    // Two columns and three rows on: the hexagons fall on one another.
    const [across, up] = [2 * 600, 3 * Math.sqrt(3) * 400]
    const moved = findHotspots(
      pointsAt(clustered().map((point) => ({ ...point, x: point.x + across, y: point.y + up }))),
      REQUEST,
      rectangle(20_100 + across, 15_000 + up, 30_100 + across, 25_000 + up),
    )
    expect(moved.counts).toEqual(found.counts)
    expect(moved.hotShare).toBeCloseTo(found.hotShare, 9)
  })

  it('leaves out what lies outside of the district, but not from the whole weight', () => {
    const outside = Array.from({ length: 300 }, () => ({ x: 40_000, y: 40_000 }))
    const all = findHotspots(pointsAt([...clustered(), ...outside]), REQUEST, DISTRICT)
    expect(all.counts).toEqual(found.counts)
    expect(all.hotShare).toBeCloseTo(found.hotShare / 2, 9)
  })
})

describe('findHotspots without anything to test', () => {
  it('says that all is equal where there is no point', () => {
    const nothing = findHotspots(pointsAt([]), REQUEST, DISTRICT)
    expect(nothing).toMatchObject({ untestable: 'uniform', hotShare: 0, hotCommunities: [] })
    expect(nothing.counts[0]).toBe(nothing.tested)
  })

  it('says that there are too few hexagons', () => {
    const few = findHotspots(pointsAt(clustered()), { ...REQUEST, edgeMetres: 1600 }, DISTRICT)
    expect(few.tested).toBeLessThan(30)
    expect(few.untestable).toBe('tooFew')
    expect(few.counts[0]).toBe(few.tested)
  })

  it.each([1, 5, 50])('says that one hexagon is too little to test: %i points in it', (number) => {
    const one = findHotspots(
      pointsAt(Array.from({ length: number }, () => ({ x: 25_000, y: 20_000 }))),
      REQUEST,
      DISTRICT,
    )
    expect(one).toMatchObject({ untestable: 'fewPoints', occupied: 1, hotShare: 0 })
    expect(one.counts[0]).toBe(one.tested)
  })
})

/** Layouts of the same district, with heavy points among light ones as risks have them. */
const LAYOUTS = 60
const weighed = (random: () => number) => [1, 1, 1, 1, 1, 2, 2, 4, 4, 8][Math.floor(random() * 10)]!

describe('findHotspots and chance', () => {
  const LARGE = rectangle(10_100, 10_000, 30_100, 30_000)
  const anywhere = (random: () => number): PlacedPoint => ({
    x: 10_100 + random() * 20_000,
    y: 10_000 + random() * 20_000,
    weight: weighed(random),
  })
  const MIDDLE = { x: 20_000, y: 20_000 }
  const fromMiddle = ({ x, y }: { x: number; y: number }) => Math.hypot(x - MIDDLE.x, y - MIDDLE.y)
  /** Ten times as many in a disc of a kilometre: nine that come to each that is there. */
  function withDisc(random: () => number, number: number): PlacedPoint[] {
    const scattered = Array.from({ length: number }, () => anywhere(random))
    const more = Math.round((9 * number * Math.PI) / 400)
    const disc = Array.from({ length: more }, () => {
      const distance = 1000 * Math.sqrt(random())
      const turn = 2 * Math.PI * random()
      const place = {
        x: MIDDLE.x + distance * Math.cos(turn),
        y: MIDDLE.y + distance * Math.sin(turn),
      }
      return { ...place, weight: weighed(random) }
    })
    return [...scattered, ...disc]
  }

  it.each([
    [25, 700],
    [25, 1400],
    [300, 700],
    [300, 1400],
  ])(
    'calls few random layouts hot: %i points, neighbours within %i m',
    (number, neighbourMetres) => {
      const random = randomNumbers(number + neighbourMetres)
      let hot = 0
      for (let layout = 0; layout < LAYOUTS; layout += 1) {
        const points = pointsAt(Array.from({ length: number }, () => anywhere(random)))
        const found = findHotspots(points, { ...REQUEST, neighbourMetres }, LARGE)
        expect(found.untestable).toBeNull()
        if (found.counts[95] + found.counts[99] > 0) hot += 1
      }
      // 2.5 % are expected at most, both sides together 5 %: of 60 layouts six is three deviations.
      expect(hot).toBeLessThanOrEqual(6)
    },
    60_000,
  )

  it('finds a disc of ten times the density, more of it with two rings than with one', () => {
    const sharesOf = [700, 1400].map((neighbourMetres) => {
      const random = randomNumbers(91)
      let [layouts, inside, hotInside, hotFarOff] = [0, 0, 0, 0]
      for (let layout = 0; layout < LAYOUTS / 2; layout += 1) {
        const points = pointsAt(withDisc(random, 400))
        const found = findHotspots(points, { ...REQUEST, neighbourMetres }, LARGE)
        if (found.counts[95] + found.counts[99] > 0) layouts += 1
        for (const feature of found.hexagons.features) {
          const [x, y] = centreOf(feature)
          const isHot = feature.properties.significance >= 95
          const metres = fromMiddle({ x, y })
          if (metres <= 1000) inside += 1
          if (metres <= 1000 && isHot) hotInside += 1
          // Farther than the disc, the neighbours and half a hexagon together.
          if (metres > 1000 + neighbourMetres + 400 && isHot) hotFarOff += 1
        }
      }
      return { layouts, share: hotInside / inside, hotFarOff }
    })
    for (const { layouts, hotFarOff } of sharesOf) {
      expect(layouts).toBeGreaterThanOrEqual(0.8 * (LAYOUTS / 2))
      expect(hotFarOff).toBeLessThan(LAYOUTS / 4)
    }
    expect(sharesOf[1]!.share).toBeGreaterThan(sharesOf[0]!.share)
    expect(sharesOf[1]!.share).toBeGreaterThan(0.6)
  }, 60_000)

  it('takes shares and people as well as whole numbers, whatever their unit', () => {
    const random = randomNumbers(4)
    const points = withDisc(random, 400)
    const scaled = (factor: number) =>
      findHotspots(
        pointsAt(points.map((point) => ({ ...point, weight: point.weight! * factor }))),
        REQUEST,
        LARGE,
      )
    const whole = scaled(1)
    for (const factor of [1 / 7, 1000]) {
      const found = scaled(factor)
      const differ = found.hexagons.features.filter(
        ({ properties }, index) =>
          properties.significance !== whole.hexagons.features[index]!.properties.significance,
      )
      expect(differ.length).toBeLessThan(5)
    }
  })
})
