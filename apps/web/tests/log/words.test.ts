import { endpoints } from '@kaohe/contract'
import { expect, it } from 'vitest'
import { wordOf } from '../../src/rooms/log/words.ts'

it('whatever is written by a post has words in the log', () => {
  const written = endpoints.filter(({ endpoint: { method } }) => method !== 'GET')
  const acts = new Set(written.map(({ endpoint: { act } }) => act))
  const posts = [...acts].filter((act) => act.includes('.'))
  expect(posts.length).toBeGreaterThan(60)
  expect(posts.filter((act) => wordOf(act) === act)).toEqual([])
})
