import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, inFolder, shell } from './kaohe.ts'
import { commands } from '../src/commands/list.ts'

const text = readFileSync(join(ROOT, 'docs/cli.md'), 'utf8')
const examples = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
)

test('every command has an example', () => {
  const used = new Set(examples.map((line) => line.split(' ')[2]))
  expect(commands.map((c) => c.name).filter((name) => !used.has(name))).toEqual([])
})

// In the order of the page: later examples read what earlier ones wrote.
test(
  'every example of docs/cli.md runs',
  () =>
    inFolder((folder) => {
      const failed = examples
        .map((line) => ({ line, ...shell(line.replaceAll('$OUT', folder)) }))
        .filter(({ status }) => status !== 0)
        .map(({ line, stderr }) => ({ line, stderr }))
      expect(failed).toEqual([])
      return Promise.resolve()
    }),
  300_000,
)
