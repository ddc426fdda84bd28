import { expect, it } from 'vitest'
import { readSchemeFolder } from '../../src/index.ts'
import { NEAR } from './near.ts'
import { findingsIn } from './support.ts'

it.each(NEAR.map((near) => [near.case, near] as const))('%s', (_, { scheme, found = [] }) => {
  const told = findingsIn(readSchemeFolder([{ path: 'near/scheme.yaml', text: scheme }])).map(
    ({ check, path, counterexample }) => {
      const open = `${check} ${path} *`
      return found.includes(open) ? open : `${check} ${path} ${counterexample}`
    },
  )
  expect(told.toSorted()).toEqual(found.toSorted())
})
