import { expect, test } from 'vitest'
import { ApiError } from '../../client/api/request.ts'
import ErrorState from '../../client/components/shared/ErrorState.vue'
import { mountWith } from './mountWith.ts'

const mountError = (error: unknown, partial = false) =>
  mountWith(ErrorState, { props: { error, partial } }).wrapper

test('a server that is away: what to do, and a way to try again', async () => {
  const wrapper = mountError(new ApiError(0, 'The server cannot be reached'))
  expect(wrapper.text()).toContain('连不上服务器')
  await wrapper.get('button').trigger('click')
  expect(wrapper.emitted('retry')).toHaveLength(1)
})

test('what still works is said where something was loaded, and only there', () => {
  const error = new ApiError(0, 'The server cannot be reached')
  expect(mountError(error).text()).not.toContain('仍可使用')
  expect(mountError(error, true).text()).toContain('仍可使用')
})

test('something that does not exist is not tried again', () => {
  const wrapper = mountError(new ApiError(404, 'No park X'))
  expect(wrapper.text()).toContain('没有这个对象')
  expect(wrapper.find('button').exists()).toBe(false)
})

test('what the server refuses is shown in its own sentence', () => {
  expect(mountError(new ApiError(503, 'The database is starting.')).text()).toContain(
    '服务器答复 503:The database is starting.',
  )
})
