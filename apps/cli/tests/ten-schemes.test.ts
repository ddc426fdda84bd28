import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compile } from '@kaohe/engine'
import { type FileText, lint, loadSource, readSchemeFolder } from '@kaohe/scheme'
import { describe, expect, test } from 'vitest'
import { type Plain, isRecord, plainOf, textAt } from '../src/cases/plain.ts'
import { casesIn, outcomeOf } from '../src/cases/read.ts'
import { runCase } from '../src/cases/run.ts'
import { CONSTRUCTS, HEADINGS } from './ten-schemes.ts'

const SCHEMES = fileURLToPath(new URL('../../../schemes/', import.meta.url))
/** The schemes of our own, and the folders whose files they derive from. */
const OURS: Readonly<Record<string, readonly string[]>> = {
  'river-chief-2024': [],
  'river-chief-county-2024': ['river-chief-2024'],
  'work-safety-2024': [],
  'gov-info-2024': [],
  'village-2024': [],
  'party-building-2024': [],
  'faculty-2024': [],
  'hotline-2024': [],
  'environment-2024': [],
  'star-branch-2024': [],
  'investment-2024': [],
}

const text = (path: string): FileText => ({
  path: `schemes/${path}`,
  text: readFileSync(SCHEMES + path, 'utf8'),
})

function filesOf(folder: string): FileText[] {
  return readdirSync(SCHEMES + folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => text(`${folder}/${name}`))
}

const allFiles = (folder: string) => [folder, ...(OURS[folder] ?? [])].flatMap(filesOf)
const main = (folder: string) => `schemes/${folder}/scheme.yaml`
const casesOf = (folder: string) =>
  readdirSync(`${SCHEMES}${folder}/cases`).flatMap((name) => {
    const file = text(`${folder}/cases/${name}`)
    return casesIn(file).map((record) => ({ file, record }))
  })

describe.each(Object.keys(OURS))('%s', (folder) => {
  const files = allFiles(folder)
  const clean = readSchemeFolder(files, { main: main(folder) })
  const written = readSchemeFolder(files, { main: main(folder), asWritten: true })

  test('is read, as it is written and with its readings', () => {
    expect([...clean.diagnostics, ...written.diagnostics]).toEqual([])
  })

  test('says that it is ours', () => {
    expect(clean.scheme?.summary).toMatch(/我们自己写的例子.*虚构/)
  })

  test('has nothing left to settle', () => {
    const { scheme, where } = clean
    if (scheme === undefined) throw new Error('not read')
    const found = lint(scheme, compile(scheme), where).map(({ check, path }) => `${check} ${path}`)
    expect(found).toEqual([])
  })

  const readings = written.readings.map(({ id }) => id)
  const cases = casesOf(folder)
  test.each(
    cases.map(({ file, record }) => [textAt(record['名称'], '名称'), file, record] as const),
  )('%s', (_, file, record) => {
    expect(record['算式']).toBeDefined()
    const on = { files, main: main(folder), readings }
    const { differences, refused } = outcomeOf(file.path, record, (r) => runCase(r, on))
    expect({ differences, refused }).toEqual({ differences: [], refused: undefined })
  })
})

/** The value at a path of keywords, identifiers and positions, as readings address it. */
function valueAt(from: Plain | undefined, path: string): Plain | undefined {
  return path.split('/').reduce<Plain | undefined>((at, step) => {
    if (isRecord(at)) return at[step]
    if (!Array.isArray(at)) return undefined
    return at.find((one) => isRecord(one) && one['编号'] === step) ?? at[Number(step) - 1]
  }, from)
}

describe('constructs of real notices', () => {
  const trees = new Map(
    Object.keys(OURS).map((folder) => {
      const file = text(`${folder}/scheme.yaml`)
      const { tree } = loadSource(file.path, file.text, new Set())
      return [folder, tree && plainOf(tree)] as const
    }),
  )

  test.each(HEADINGS)('%s', (construct) => {
    const places = CONSTRUCTS[construct]
    const missing = places.filter((place) => {
      const [folder = '', ...path] = place.split(':')
      return valueAt(trees.get(folder), path.join(':')) === undefined
    })
    expect(places).not.toEqual([])
    expect(missing).toEqual([])
  })
})

test('a derived scheme is found with what it derives from by the command itself', () => {
  const door = fileURLToPath(new URL('../bin/kaohe.mjs', import.meta.url))
  const folder = `${SCHEMES}river-chief-county-2024`
  const { stdout } = spawnSync(process.execPath, [door, 'test', folder], { encoding: 'utf8' })
  expect(stdout).toContain('3 个通过，0 个不通过')
})
