import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generated } from './files.ts'

const root = join(import.meta.dirname, '..', '..')

test.each(generated())('$path is up to date: npm run generate', ({ path, text }) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text)
})
