import type { Command } from '../command.ts'
import { evaluated, scoreOf } from '../evaluated.ts'
import { QUIET } from '../load-facts.ts'
import { SCHEME_OPTIONS } from '../load-scheme.ts'

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
  options: { ...SCHEME_OPTIONS, ...QUIET },
  async run(given, session) {
    const [result = '', ...rest] = given.positionals
    const { bytes } = await session.read(result)
    const again = `${JSON.stringify(scoreOf(await evaluated({ ...given, positionals: rest }, session)), null, 2)}\n`
    const kept = new TextDecoder().decode(bytes)
    if (kept === again) {
      session.print(
        session.say({ zh: '一致：重新计算的结果与文件逐字节相同。', en: 'Equal to the byte.' }),
      )
      return 0
    }
    const line = firstDifference(kept, again)
    session.print(
      session.say({
        zh: `不一致：${result} 从第 ${line} 行起与重新计算的结果不同。`,
        en: `Different: ${result} differs from line ${line}.`,
      }),
    )
    return 1
  },
}
