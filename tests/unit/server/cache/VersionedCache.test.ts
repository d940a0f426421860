import { expect, test, vi } from 'vitest'
import { VersionedCache } from '../../../../server/cache/VersionedCache.ts'

function gate<T>(): { promise: Promise<T>; open: (value: T) => void } {
  let open!: (value: T) => void
  const promise = new Promise<T>((resolve) => (open = resolve))
  return { promise, open }
}

test('everybody who asks meanwhile waits for one build', async () => {
  const cache = new VersionedCache<number>({ capacity: 2 })
  const { promise, open } = gate<number>()
  const build = vi.fn(() => promise)
  const asked = [cache.get('a', build), cache.get('a', build), cache.get('a', build)]
  open(1)
  expect(await Promise.all(asked)).toEqual([1, 1, 1])
  expect(await cache.get('a', build)).toBe(1)
  expect(build).toHaveBeenCalledOnce()
})

test('a build that fails is told to all who waited and tried again by the next', async () => {
  const cache = new VersionedCache<number>({ capacity: 2 })
  const fail = vi.fn(() => Promise.reject(new Error('database away')))
  const asked = await Promise.allSettled([cache.get('a', fail), cache.get('a', fail)])
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(fail).toHaveBeenCalledOnce()
  expect(cache.size).toBe(0)
  expect(await cache.get('a', () => Promise.resolve(2))).toBe(2)
})

test('the entry used longest ago makes room', async () => {
  const cache = new VersionedCache<string>({ capacity: 2 })
  const build = vi.fn((key: string) => Promise.resolve(key))
  const get = (key: string) => cache.get(key, () => build(key))
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key)
  expect(cache.size).toBe(2)
  expect(build.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b'])
})

test('builds run one after the other, also after one that failed', async () => {
  const cache = new VersionedCache<number>({ capacity: 4 })
  const first = gate<number>()
  const second = vi.fn(() => Promise.reject(new Error('no')))
  const third = vi.fn(() => Promise.resolve(3))
  const asked = Promise.allSettled([
    cache.get('1', () => first.promise),
    cache.get('2', second),
    cache.get('3', third),
  ])
  await new Promise(setImmediate)
  expect(second).not.toHaveBeenCalled()
  first.open(1)
  expect((await asked).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(third).toHaveBeenCalledOnce()
})
