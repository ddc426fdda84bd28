import { describe, expect, it } from 'vitest'
import { blocksOf, patched } from './blocks.ts'

it('finds the blocks that name a file', () => {
  const document =
    'Text\n\n```ts a/b.ts\nconst one = 1\n```\n\n```sh\nls\n```\n```diff c.ts\n x\n```\n'
  expect(blocksOf(document)).toEqual([
    { language: 'ts', path: 'a/b.ts', text: 'const one = 1\n' },
    { language: 'diff', path: 'c.ts', text: ' x\n' },
  ])
})

describe('a diff', () => {
  it('is applied hunk by hunk', () => {
    const diff = ' a\n+b\n@@\n-y\n+z\n'
    expect(patched('a\nx\ny\n', diff)).toBe('a\nb\nx\nz\n')
  })

  it('is refused where its lines are absent or there twice', () => {
    expect(() => patched('a\nx\n', ' q\n+b\n')).toThrow('0 places')
    expect(() => patched('a\nx\na\n', ' a\n+b\n')).toThrow('2 places')
  })
})
