import type { FileText } from '@kaohe/scheme'
import type { StoredScheme } from '@kaohe/storage'

export const MAIN = 'scheme.yaml'
export const READINGS = 'readings.yaml'

/** The texts that a scheme consists of. */
export interface NewFiles {
  readonly text: string
  readonly readings: string | null
  readonly bases: readonly FileText[]
}

/** All files of a scheme, as reading takes them. */
export function filesOf({ text, readings, bases }: NewFiles): FileText[] {
  const own = [{ path: MAIN, text }]
  if (readings !== null) own.push({ path: READINGS, text: readings })
  return [...own, ...bases]
}

/** Which of its bases a derived scheme is drawn from, the nearest. */
export function upperPath({ text }: NewFiles): string | undefined {
  return /^沿用:.*方案: *(\S+?\.yaml)/m.exec(text)?.[1]
}

/** The files of a scheme as bases of another one, in a folder named after it. */
export function asBases(scheme: StoredScheme): { folder: string; bases: FileText[] } {
  const folder = scheme.id.slice(0, 8)
  const own = [{ path: `../${folder}/${MAIN}`, text: scheme.text }]
  if (scheme.readings !== null)
    own.push({ path: `../${folder}/${READINGS}`, text: scheme.readings })
  return { folder, bases: [...own, ...scheme.bases] }
}
