import { expect, it } from 'vitest'
import { differences } from './runs.ts'

const made = (what: string, digest: string, bytes = 100) => ({ what, digest, bytes })

it('finds what changed, what is missing and what is new', () => {
  const first = [made('a', '1'), made('b', '2'), made('c', '3')]
  expect(differences(first, first)).toEqual([])
  expect(differences(first, [made('a', '1'), made('b', '9', 90), made('d', '4')])).toEqual([
    'b: 100 bytes became 90 others',
    'c is missing',
    'd was not there before',
  ])
})

it('does not take nothing for sameness', () => {
  expect(() => differences([], [])).toThrow('nothing was made')
  expect(() => differences([made('a', '1', 2)], [])).toThrow('a has only 2 bytes')
})
