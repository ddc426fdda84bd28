import { describe, expect, it } from 'vitest'
import { readScheme } from '../src/index.ts'
import { expressions } from './broken/expressions.ts'
import { ids } from './broken/ids.ts'
import { keys } from './broken/keys.ts'
import { rules } from './broken/rules.ts'
import { type Sort, placed } from './broken/sort.ts'
import { SOUND } from './broken/sound.ts'
import { words } from './broken/words.ts'
import { yaml } from './broken/yaml.ts'

const SORTS: readonly Sort[] = [...keys, ...ids, ...words, ...yaml, ...expressions, ...rules]

it('the sound file is sound', () => {
  const { scheme, diagnostics } = readScheme(SOUND)
  expect(diagnostics).toEqual([])
  expect(scheme).toBeDefined()
})

it('has at least forty sorts of five files each', () => {
  expect(SORTS.length).toBeGreaterThanOrEqual(40)
  expect(SORTS.filter(({ files }) => files.length < 5).map(({ sort }) => sort)).toEqual([])
})

/** A mark may stand on a sign alone, such as the bracket in which something is missing. */
const isWord = (marked: string) => /[\p{L}\d]/u.test(marked)

describe.each(SORTS)('$sort', ({ code, files, says }) => {
  it.each(files.map((file, i) => [i + 1, file] as const))('file %i', (number, file) => {
    const { text, line, column, word } = placed(SOUND, file)
    const { scheme, diagnostics } = readScheme(text, { file: 'town.yaml' })
    const told = diagnostics.map((one) => `${one.line}:${one.column} ${one.code} ${one.message}`)
    const found = diagnostics.find(
      (one) => one.code === code && one.line === line && one.column === column,
    )
    if (!found)
      throw new Error(`expected ${line}:${column} ${code} “${word}”, was told:\n${told.join('\n')}`)
    expect(found.file).toBe('town.yaml')
    expect(found.message).toContain(says?.[number - 1] ?? (isWord(word) ? word : ''))
    expect(found.nearest).toBe(file.nearest ?? found.nearest)
    expect(scheme).toBeUndefined()
    const others = diagnostics.filter(
      (one) => one.code !== code && !(file.also ?? []).includes(one.code),
    )
    expect(others.map((one) => one.message)).toEqual([])
  })
})

describe('messages', () => {
  const all = SORTS.flatMap(({ files }) =>
    files.flatMap((file) => readScheme(placed(SOUND, file).text).diagnostics),
  )

  it('say in Chinese what was found, and end as a sentence', () => {
    for (const one of all) expect(one.message).toMatch(/\p{Script=Han}.*[。？]$/su)
  })

  it('leave no placeholder', () => {
    for (const one of all) expect(one.message).not.toMatch(/\{\w+\}|undefined|\[object/)
  })

  it('are told in English too', () => {
    const { text } = placed(SOUND, { replace: '名称: 乡镇团委', by: '‹名秤›: 乡镇团委' })
    const [one] = readScheme(text, { language: 'en' }).diagnostics
    expect(one?.message).toBe(
      'unknown keyword “名秤”; expected 编号、名称、层级、资格、条款. Did you mean “名称”?',
    )
  })
})
