import { expect, it } from 'vitest'
import { unkeptIn } from '../../src/http/unkept.ts'

it.each([
  ['a text with U+0000', { body: { name: '团\u0000委' } }, [['body', 'name']]],
  ['half a character', { body: ['好', '\uD800'] }, [['body', '1']]],
  ['the name of a field', { body: { 'a\u0000': 1 } }, [['body']]],
  ['whole characters, of one unit or two', { body: { name: '团𠮷\u0001' } }, []],
  ['what is no text', { body: { a: null, b: 0, c: true }, query: undefined }, []],
])('%s', (_, sent, places) => {
  expect(unkeptIn(sent)).toEqual(places)
})

it('follows what is nested deeper than calls can be', () => {
  const deep = JSON.parse(`${'['.repeat(200_000)}"\\u0000"${']'.repeat(200_000)}`) as unknown
  expect(unkeptIn(deep)[0]).toHaveLength(200_000)
})

it('names a few places of a thousand', () => {
  expect(unkeptIn(Array.from({ length: 1000 }, () => '\u0000'))).toHaveLength(20)
})
