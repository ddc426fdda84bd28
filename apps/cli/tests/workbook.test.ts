import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readScheme } from '@kaohe/scheme'
import { expect, test } from 'vitest'
import { type Year, fillIn } from './fill.ts'
import { ROOT, inFolder, kaohe } from './kaohe.ts'
import { PLAIN } from './plain.ts'

const notices = ['ganzhou-2023', 'guiyang-2021', 'neimenggu-2020', 'dongguan-2017'].map((name) =>
  join(ROOT, 'schemes', name),
)

test.each([PLAIN, ...notices])(
  'the workbook of %s, filled in with the year, scores to the byte as the JSON does',
  (scheme) =>
    inFolder(async (folder) => {
      const [book, facts] = [join(folder, '填报.xlsx'), join(scheme, 'facts')]
      const year = JSON.parse(readFileSync(join(facts, 'year.json'), 'utf8')) as Year
      const text = readFileSync(join(scheme, 'scheme.yaml'), 'utf8')
      const events = (readScheme(text).scheme?.events ?? []).map((e) => [e.name, e.id] as const)
      await kaohe('template', scheme, '--units', facts, '--out', book)
      await fillIn(book, year, new Map(events))
      const [filled, json] = [
        await kaohe('score', scheme, book, '--format', 'json'),
        await kaohe('score', scheme, facts, '--format', 'json'),
      ]
      expect({ exit: filled.exit, err: filled.err }).toEqual({ exit: 0, err: json.err })
      expect(filled.out).toBe(json.out)
    }),
  120_000,
)
