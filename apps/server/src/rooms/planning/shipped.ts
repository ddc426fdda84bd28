import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { NewFiles } from './files.ts'

const SCHEMES = fileURLToPath(new URL('../../../../../schemes/', import.meta.url))

/** What comes with the program, for a list. */
export interface Shipped {
  readonly folder: string
  readonly title: string
  readonly summary: string | null
}

// Only the head of a file: reading every scheme whole would make a list slow.
function headOf(text: string, keyword: string): string | null {
  return new RegExp(`^${keyword}: *(\\S.*)$`, 'm').exec(text)?.[1] ?? null
}

const isFolder = (name: string): boolean => /^[a-z0-9-]+$/.test(name)

function readAll(file: string): Shipped[] {
  const folders = readdirSync(SCHEMES, { withFileTypes: true }).filter(
    (one) => one.isDirectory() && existsSync(`${SCHEMES}${one.name}/${file}`),
  )
  return folders.map(({ name: folder }) => {
    const text = readFileSync(`${SCHEMES}${folder}/${file}`, 'utf8')
    const summary = headOf(text, '提要')
    return {
      folder,
      title: headOf(text, '名称') ?? folder,
      summary: summary?.startsWith('>') ? null : summary,
    }
  })
}

const lists = new Map<string, Shipped[]>()

function listed(file: string): Shipped[] {
  const known = lists.get(file) ?? readAll(file)
  lists.set(file, known)
  return known
}

/** The schemes that come with the program, by folder. */
export const shippedSchemes = (): Shipped[] => listed('scheme.yaml')

/** The work points that come with the program, by folder. */
export const shippedPlans = (): Shipped[] => listed('priorities.yaml')

function textOf(folder: string, file: string): string | null {
  const path = `${SCHEMES}${folder}/${file}`
  return isFolder(folder) && existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** The text of shipped work points, or null when there are none of that name. */
export const shippedPlan = (folder: string): string | null => textOf(folder, 'priorities.yaml')

// A derived scheme names the one above it as ../folder/scheme.yaml; that one may be derived too.
function basesOf(text: string): { path: string; text: string }[] {
  const folder = /^沿用:.*方案: *\.\.\/([a-z0-9-]+)\/scheme\.yaml/m.exec(text)?.[1]
  const upper = folder === undefined ? null : textOf(folder, 'scheme.yaml')
  if (folder === undefined || upper === null) return []
  const readings = textOf(folder, 'readings.yaml')
  return [
    { path: `../${folder}/scheme.yaml`, text: upper },
    ...(readings === null ? [] : [{ path: `../${folder}/readings.yaml`, text: readings }]),
    ...basesOf(upper),
  ]
}

/** The files of a shipped scheme, or undefined when there is none of that name. */
export function shippedScheme(folder: string): (NewFiles & { title: string }) | undefined {
  const text = textOf(folder, 'scheme.yaml')
  if (text === null) return undefined
  const readings = textOf(folder, 'readings.yaml')
  return { title: headOf(text, '名称') ?? folder, text, readings, bases: basesOf(text) }
}
