import { type Command, Refusal } from '../command.ts'
import { evaluated, scoreOf } from '../evaluated.ts'
import { jsonIn } from '../json-file.ts'
import { QUIET } from '../load-facts.ts'
import { SCHEME_OPTIONS } from '../load-scheme.ts'
import { checkOutput, OUT_OPTIONS, emit, pretty } from '../output.ts'
import type { Session } from '../session.ts'
import { verifyBundle } from '../verify-bundle.ts'

function firstDifference(a: string, b: string): number {
  const lines = b.split('\n')
  return a.split('\n').findIndex((line, i) => line !== lines[i]) + 1
}

/** The fingerprint of the scheme in a result; undefined when it is no result. */
function digestIn(parsed: unknown): string | undefined {
  const scheme = isObject(parsed) && Array.isArray(parsed['units']) ? parsed['scheme'] : undefined
  return isObject(scheme) && typeof scheme['digest'] === 'string' ? scheme['digest'] : undefined
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function notResult(path: string, session: Session): Refusal {
  return new Refusal(
    session.say({
      zh: `${path} 不是 kaohe score --format json 写出的结果，不能核对。`,
      en: `${path} is not a result written by kaohe score --format json.`,
    }),
  )
}

interface Found {
  readonly result: string
  /** The first line that differs; null when none does. */
  readonly line: number | null
  readonly sameScheme: boolean
}

function told({ result, line, sameScheme }: Found, session: Session): string {
  if (line === null)
    return session.say({
      zh: '一致：重新计算的结果与文件逐字节相同。',
      en: 'The same: the result computed again equals the file to the byte.',
    })
  const why = sameScheme
    ? {
        zh: '方案和口径相同：数据不同，或结果被改动过。',
        en: 'The scheme and its readings are the same: the facts differ, or the result was altered.',
      }
    : {
        zh: '方案或口径不同：结果里的方案摘要值与这次的不一样。',
        en: 'The scheme or its readings differ: their digests do.',
      }
  return session.say({
    zh: `不一致：${result} 从第 ${line} 行起与重新计算的结果不同。${why.zh}`,
    en: `Different: ${result} differs from the result computed again, from line ${line} on. ${why.en}`,
  })
}

/** Recomputes a result and compares it to the byte; or a bundle, which holds everything. */
export const verify: Command = {
  name: 'verify',
  about: {
    zh: '重新计算，与保存的结果逐字节核对；也核对结果包',
    en: 'recompute a result and compare bytes; or check a bundle',
  },
  usage: {
    zh: '<结果包.zip> 或 <结果.json> <方案文件或文件夹> <数据…>',
    en: '<bundle.zip> or <result.json> <scheme> <facts…>',
  },
  positionals: [1, 99],
  options: { ...SCHEME_OPTIONS, ...QUIET, format: OUT_OPTIONS.format },
  async run(given, session) {
    checkOutput(given, session)
    const [result = '', ...rest] = given.positionals
    if (rest.length === 0) return verifyBundle(await session.read(result), given, session)
    const file = await session.read(result)
    const kept = session.decode(file)
    const digest = digestIn(jsonIn(file))
    if (digest === undefined) throw notResult(result, session)
    const score = scoreOf(await evaluated({ ...given, positionals: rest }, session))
    const again = `${pretty(score)}\n`
    const line = kept === again ? null : firstDifference(kept, again)
    const sameScheme = digest === score.scheme.digest
    const text = () => told({ result, line, sameScheme }, session)
    await emit({ json: () => ({ same: line === null, line, sameScheme }), text }, given, session)
    return line === null ? 0 : 1
  },
}
