import { createHash } from 'node:crypto'
import type { Burden, Check, Finding } from '@kaohe/contract'
import { compile, type Program, type Scheme } from '@kaohe/engine'
import {
  burdenOf,
  type Diagnostic,
  type FileText,
  type FolderResult,
  lint,
  type Finding as Found,
  readSchemeFolder,
} from '@kaohe/scheme'
import { MAIN } from './files.ts'

/** A scheme looked through: what could be read, and everything that is wrong or open. */
export interface Look {
  readonly read: FolderResult
  readonly scheme: Scheme | undefined
  readonly program: Program | undefined
  readonly found: readonly Found[]
  readonly burden: Burden | null
}

const KEPT = 100
const looks = new Map<string, Look>()

function shownBurden(scheme: Scheme, program: Program): Burden {
  const { asked, ...sums } = burdenOf(scheme, program)
  return {
    ...sums,
    asked: asked.map(({ declared: { name, minutes }, times }) => ({
      name,
      times,
      minutes: minutes === undefined ? null : minutes * times,
    })),
  }
}

function looked(files: readonly FileText[], main: string): Look {
  const read = readSchemeFolder(files, { main })
  const { scheme } = read
  if (scheme === undefined) return { read, scheme, program: undefined, found: [], burden: null }
  const program = compile(scheme)
  const found = lint(scheme, program, read.where)
  return { read, scheme, program, found, burden: shownBurden(scheme, program) }
}

function keyOf(files: readonly FileText[], main: string): string {
  const hash = createHash('sha256').update(main)
  for (const { path, text } of files) hash.update(`\0${path}\0`).update(text)
  return hash.digest('base64')
}

/** Reads, compiles and lints a scheme; what was looked at lately is remembered, for the same texts say the same. */
export function lookAt(files: readonly FileText[], main: string = MAIN): Look {
  const key = keyOf(files, main)
  const look = looks.get(key) ?? looked(files, main)
  looks.delete(key)
  looks.set(key, look)
  const [oldest] = looks.keys()
  if (looks.size > KEPT && oldest !== undefined) looks.delete(oldest)
  return look
}

export function shownMistake({ severity, file, line, column, path, message }: Diagnostic) {
  return { severity, file, line, column, path, message }
}

export function shownFinding(one: Found): Finding {
  const { check, severity, path, title, message, settle } = one
  return {
    check,
    severity,
    path,
    clause: one.clause ?? null,
    title,
    message,
    counterexample: one.counterexample ?? null,
    settle,
    line: one.line ?? null,
  }
}

/** What the one who writes is told. */
export function checkOf({ read, scheme, found, burden }: Look): Check {
  return {
    readable: scheme !== undefined,
    mistakes: read.diagnostics.map(shownMistake),
    findings: found.map(shownFinding),
    burden,
  }
}
