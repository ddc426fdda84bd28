import type { Command } from '../command.ts'
import { evaluated, scoreOf } from '../evaluated.ts'
import { QUIET } from '../load-facts.ts'
import { SCHEME_OPTIONS } from '../load-scheme.ts'
import { checkOutput, OUT_OPTIONS, emit, pretty } from '../output.ts'

function firstDifference(a: string, b: string): number {
  const lines = b.split('\n')
  return a.split('\n').findIndex((line, i) => line !== lines[i]) + 1
}

/** Recomputes a result and compares it to the byte. */
export const verify: Command = {
  name: 'verify',
  about: { zh: '重新计算，与保存的结果逐字节核对', en: 'recompute a result and compare bytes' },
  usage: { zh: '<结果.json> <方案文件或文件夹> <数据…>', en: '<result.json> <scheme> <facts…>' },
  positionals: [2, 99],
  options: { ...SCHEME_OPTIONS, ...QUIET, format: OUT_OPTIONS.format },
  async run(given, session) {
    checkOutput(given, session)
    const [result = '', ...rest] = given.positionals
    const { bytes } = await session.read(result)
    const computed = await evaluated({ ...given, positionals: rest }, session)
    const again = `${pretty(scoreOf(computed))}\n`
    const kept = new TextDecoder().decode(bytes)
    const line = kept === again ? null : firstDifference(kept, again)
    const text = () =>
      line === null
        ? session.say({
            zh: '一致：重新计算的结果与文件逐字节相同。',
            en: 'The same: the result computed again equals the file to the byte.',
          })
        : session.say({
            zh: `不一致：${result} 从第 ${line} 行起与重新计算的结果不同。`,
            en: `Different: ${result} differs from the result computed again, from line ${line} on.`,
          })
    await emit({ json: () => ({ same: line === null, line }), text }, given, session)
    return line === null ? 0 : 1
  },
}
