import type { Scheme } from '@kaohe/engine'
import type { StoredScheme } from '@kaohe/storage'
import { conflict } from '../../http/problem.ts'
import { asBases, filesOf, type NewFiles } from './files.ts'
import { lookAt } from './look.ts'

type Level = Scheme['issue']['level']

const LEVELS: readonly Level[] = ['nation', 'province', 'prefecture', 'county', 'township', 'unit']

const WORDS: Readonly<Record<Level, string>> = {
  nation: '全国',
  province: '省级',
  prefecture: '地市',
  county: '区县',
  township: '乡镇街道',
  unit: '单位',
}

const below = (level: Level): Level => LEVELS[LEVELS.indexOf(level) + 1] ?? level

/**
 * The draft of a scheme for one's own level, drawn from a published upper one 逐级制定: it takes everything
 * over until it says otherwise, and carries the upper files with it, so that it never changes by itself.
 * @throws Stop 409 when the upper scheme cannot be read
 */
export function derivedDraft(
  upper: StoredScheme,
  title: string,
  orgName: string,
): NewFiles & { title: string } {
  const { scheme } = lookAt(filesOf(upper))
  if (scheme === undefined) throw conflict('上级的方案读不出来，不能从它制定')
  const { folder, bases } = asBases(upper)
  const text = [
    `# 从“${upper.title}”制定。没有写的都沿用；改动写在“修改”里，或整段重写。`,
    `沿用: {方案: ../${folder}/scheme.yaml, 版本: ${JSON.stringify(scheme.version)}}`,
    `方案: ${scheme.id}-own`,
    `名称: ${JSON.stringify(title)}`,
    '版本: "1"',
    `发文: {机关: ${JSON.stringify(orgName)}, 级别: ${WORDS[below(scheme.issue.level)]}, 状态: 征求意见}`,
    '',
  ].join('\n')
  return { title, text, readings: null, bases }
}
