import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { KEPT_SCHEMES, expectedOf } from './expected.ts'

const root = join(import.meta.dirname, '..', '..')

test.each(KEPT_SCHEMES)(
  'schemes/%s/expected is what the tool prints: npm run generate',
  async (id) => {
    const files = await expectedOf(id)
    for (const { path, text } of files) expect(readFileSync(join(root, path), 'utf8')).toBe(text)
    const kept = readdirSync(join(root, 'schemes', id, 'expected')).toSorted()
    expect(kept.map((name) => `schemes/${id}/expected/${name}`)).toEqual(
      files.map((f) => f.path).toSorted(),
    )
  },
  120_000,
)
