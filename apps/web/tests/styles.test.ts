import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url))

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, '')

/** Classes that a sheet styles wherever they stand: a selector that is nothing but the class. */
function ownedBy(sheet: string): string[] {
  const heads = withoutComments(sheet).matchAll(/(?:^|[};{])([^;{}]+)\{/g)
  const selectors = [...heads].flatMap(([, head = '']) => head.split(','))
  return [...new Set(selectors.map((one) => one.trim()).filter((one) => /^\.[\w-]+$/.test(one)))]
}

// All sheets become one file: a class of two rooms would have the looks of both on either's pages.
it('a class is styled by one sheet', () => {
  const owners = new Map<string, string[]>()
  for (const file of globSync('**/*.css', { cwd: SOURCE }))
    for (const name of ownedBy(readFileSync(SOURCE + file, 'utf8')))
      owners.set(name, [...(owners.get(name) ?? []), file])
  const shared = [...owners].filter(([, files]) => files.length > 1)
  expect(owners.size).toBeGreaterThan(100)
  expect(shared).toEqual([])
})
