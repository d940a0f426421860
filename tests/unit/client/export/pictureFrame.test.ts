import { expect, test } from 'vitest'
import { pictureFrame } from '../../../../client/export/picture/pictureFrame.ts'

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  width,
  height,
})

test('at a desk bar and panel are left out', () => {
  const frame = pictureFrame(box(0, 0, 1366, 768), box(0, 0, 1366, 56), box(12, 68, 340, 688))
  expect(frame).toEqual(box(352, 56, 1014, 712))
})

test('a folded panel leaves the whole width', () => {
  expect(pictureFrame(box(0, 0, 1366, 768), box(0, 0, 1366, 56), null)).toEqual(
    box(0, 56, 1366, 712),
  )
})

test('on a phone the sheet from below is left out', () => {
  const frame = pictureFrame(box(0, 0, 390, 844), box(0, 0, 390, 56), box(0, 456, 390, 388))
  expect(frame).toEqual(box(0, 56, 390, 400))
})

test('a sheet that covers all leaves the whole map rather than nothing', () => {
  const frame = pictureFrame(box(0, 0, 390, 844), box(0, 0, 390, 56), box(0, 60, 390, 784))
  expect(frame).toEqual(box(0, 0, 390, 844))
})

test('what an open drawer covers is left out', () => {
  const frame = pictureFrame(box(0, 0, 1366, 768), box(0, 0, 1366, 56), box(12, 68, 340, 688), 304)
  expect(frame).toEqual(box(352, 56, 710, 712))
})
