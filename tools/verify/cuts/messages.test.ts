import { expect, it } from 'vitest'
import { CommitFinder } from './commit.ts'
import { Messages } from './messages.ts'

const message = (type: string, text: string): Buffer => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(4 + text.length)
  return Buffer.concat([Buffer.from(type), length, Buffer.from(text)])
}

it('finds the messages in bytes however they are cut, also the one without a type', () => {
  const sent = [message('', 'start'), message('Q', 'select'), message('S', ''), message('X', 'yz')]
  const bytes = Buffer.concat(sent)
  for (let size = 1; size <= bytes.length; size += 1) {
    const messages = new Messages('client')
    const found: Buffer[] = []
    for (let at = 0; at < bytes.length; at += size)
      found.push(...messages.take(bytes.subarray(at, at + size)))
    expect(found).toEqual(sent)
  }
})

it('knows that a server says the type of its first message too', () => {
  const sent = [message('R', '0000'), message('Z', 'I')]
  expect(new Messages('server').take(Buffer.concat(sent))).toEqual(sent)
})

it('knows a commit by its text, and by the name that its text was given', () => {
  const finder = new CommitFinder()
  expect(finder.isBegun(message('Q', 'commit\0'))).toBe(true)
  expect(finder.isBegun(message('Q', 'begin\0'))).toBe(false)
  expect(finder.isBegun(message('B', '\0one\0'))).toBe(false)
  expect(finder.isBegun(message('P', 'one\0commit\0'))).toBe(true)
  expect(finder.isBegun(message('P', 'two\0rollback\0'))).toBe(false)
  expect(finder.isBegun(message('B', '\0one\0'))).toBe(true)
  expect(finder.isBegun(message('B', '\0two\0'))).toBe(false)
})
