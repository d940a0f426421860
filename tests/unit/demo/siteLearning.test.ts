import { expect, test } from 'vitest'
import { exchangeCreationSchema, rectificationCreationSchema } from '#data/contract/site/siteBodies'
import { createExchanges } from '#data/demo/site/createExchanges'
import { createRectifications } from '#data/demo/site/createRectifications'
import { createTours } from '#data/demo/site/createTours'
import { createGradings } from '#data/demo/parkRecords/createGradings'
import { createStages } from '#data/demo/parkRecords/createStages'
import { tourStepsSchema } from '#data/domain/tours'
import { AS_OF_DAY, districtWith, pointsOf } from './demoDistrict.ts'
import { isInside, sitesOf } from './sites.ts'

const district = districtWith()
const sites = sitesOf(district)
const parks = district.parks.filter(({ demonstration }) => demonstration)
const rectifications = createRectifications(district)
const exchanges = createExchanges(district)
const tours = createTours(district)
const stages = createStages(district)
const dayOf = (parkCode: string, wanted: string) =>
  stages.find((each) => each.parkCode === parkCode && each.stage === wanted)!.enteredOn

test('every park has 6 to 10 rectifications that could be written down by hand', () => {
  for (const { code } of parks) {
    const own = rectifications.filter(({ parkCode }) => parkCode === code)
    expect(own.length, code).toBeGreaterThanOrEqual(6)
    expect(own.length, code).toBeLessThanOrEqual(10)
    const codes = new Set(
      district.parkFeatures.filter(({ parkCode }) => parkCode === code).map((each) => each.code),
    )
    for (const { parkCode, title, ...body } of own) {
      expect(
        rectificationCreationSchema.safeParse(body).error,
        `${parkCode} ${title}`,
      ).toBeUndefined()
      if (body.featureCode) expect(codes.has(body.featureCode), body.featureCode).toBe(true)
      expect(body.costYuan, title).toBeGreaterThan(1_000)
    }
    expect(own.filter(({ featureCode }) => featureCode).length, code).toBeGreaterThan(1)
    expect(own.filter(({ copyNote }) => copyNote).length, code).toBeGreaterThan(4)
    expect(new Set(own.map(({ problemTag }) => problemTag)).size, code).toBeGreaterThan(2)
  }
})

test('what was found with the plan is done in the stage of rectification, before the acceptance', () => {
  for (const { parkCode, foundOn, startedOn, finishedOn } of rectifications) {
    expect(foundOn >= dayOf(parkCode, 'plan')).toBe(true)
    expect(startedOn! >= dayOf(parkCode, 'rectification')).toBe(true)
    expect(finishedOn! > startedOn!).toBe(true)
    expect(finishedOn! < dayOf(parkCode, 'acceptance')).toBe(true)
  }
})

test('others come after the exchange began: one meeting, and visits until today', () => {
  for (const { code } of parks) {
    const own = exchanges.filter(({ parkCode }) => parkCode === code)
    expect(
      own.filter(({ kind }) => kind === 'exchangeMeeting'),
      code,
    ).toHaveLength(1)
    expect(own.length, code).toBeGreaterThanOrEqual(2)
    expect(own.length, code).toBeLessThanOrEqual(6)
    for (const { parkCode, ...body } of own) {
      expect(exchangeCreationSchema.safeParse(body).error, parkCode).toBeUndefined()
      expect(body.heldOn > dayOf(parkCode, 'exchange') && body.heldOn <= AS_OF_DAY).toBe(true)
    }
  }
})

test('the first sheet of a demonstration park is C or D, that of its acceptance has 75 and more', () => {
  const gradings = createGradings(district)
  for (const { code } of parks) {
    const sheets = gradings
      .filter(({ parkCode }) => parkCode === code)
      .flatMap(({ events, purpose }) =>
        events.filter(({ scores }) => scores).map((event) => ({ ...event, purpose })),
      )
      .sort((a, b) => a.at.localeCompare(b.at))
    expect(sheets[0]!.total!, code).toBeLessThan(75)
    const accepted = sheets.filter(({ purpose }) => purpose === 'acceptance').at(-1)!
    expect(accepted.total!, code).toBeGreaterThanOrEqual(75)
    expect(accepted.total! - sheets[0]!.total!, code).toBeGreaterThan(5)
  }
})

test('the walks have 6 to 10 steps over their own park, told from its own features', () => {
  expect(tours.map(({ parkCode }) => parkCode)).toEqual(parks.map(({ code }) => code))
  for (const { parkCode, steps } of tours) {
    expect(tourStepsSchema.safeParse(steps).error, parkCode).toBeUndefined()
    expect(steps.length, parkCode).toBeGreaterThanOrEqual(6)
    expect(steps.length, parkCode).toBeLessThanOrEqual(10)
    const site = sites.find(({ code }) => code === parkCode)!
    for (const step of steps) {
      expect([...step.caption].length, step.caption).toBeLessThan(80)
      expect(step.caption).not.toMatch(/undefined|NaN|null/)
      expect(step.seconds).toBeGreaterThanOrEqual(5)
      expect(step.seconds).toBeLessThanOrEqual(9)
      expect(isInside(site.outline, site.toPoint([step.longitude, step.latitude]))).toBe(true)
      const feature = district.parkFeatures.find(({ code }) => code === step.featureCode)
      if (step.featureCode) expect(feature?.parkCode).toBe(parkCode)
      if (feature && step.layers) expect(step.layers).toContain(feature.kind)
    }
  }
})

test('a walk counts the risk points that the park has', () => {
  const { riskPoints } = pointsOf(district)
  for (const { parkCode, steps } of tours) {
    const count = riskPoints.filter((point) => point.parkCode === parkCode).length
    expect(steps[0]!.caption).toContain(`风险点${count}个`)
  }
})
