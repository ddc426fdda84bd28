import { schemeShape } from '@kaohe/engine'
import { prioritiesShape } from '../priorities/shapes.ts'
import { plan } from './chapters/plan.ts'
import { derivedShape, editShape, readingsShape } from '../readings/shapes.ts'
import { cases } from './chapters/cases.ts'
import { dataset } from './chapters/dataset.ts'
import { expressions } from './chapters/expressions.ts'
import { introduction } from './chapters/introduction.ts'
import { literals } from './chapters/literals.ts'
import { outcome } from './chapters/outcome.ts'
import { derivation, readings } from './chapters/readings.ts'
import { combinersChapter, kindsChapter, modifiersChapter } from './rules.ts'
import { keywordTable } from './words.ts'

function chapter(title: string, ...parts: readonly string[]): string {
  return [`## ${title}`, ...parts].join('\n\n')
}

/** The reference of the scheme language: every keyword, kind, combiner and modifier, with examples that are read by a test. */
export function languageReference(): string {
  return `${[
    '# 方案语言',
    '<!-- 由 npm run generate 从语言的定义生成，不要直接改。 -->',
    introduction,
    chapter('数、日期和范围', literals),
    chapter('算式', expressions()),
    chapter('方案的各部分', keywordTable(schemeShape.fields), outcome),
    chapter(
      '计分方式',
      '一条规则写一种计分方式（或下一节的一种合成方式），旁边可以写修饰。“得”加分，“扣”减分，一处只写一个；“满分”就是指标的分值。',
      kindsChapter(),
    ),
    chapter('合成方式', '合成方式把几条规则合成一条。', combinersChapter()),
    chapter('修饰', '写在计分方式旁边；不管写的先后，都按这里的次序生效。', modifiersChapter()),
    chapter('口径', readings, keywordTable(readingsShape.fields)),
    chapter(
      '沿用',
      derivation,
      keywordTable(derivedShape.fields),
      '修改的写法：',
      keywordTable(editShape.fields),
    ),
    chapter('工作要点', plan, keywordTable(prioritiesShape.fields)),
    chapter('数据文件', dataset),
    chapter('算例', cases),
  ].join('\n\n')}\n`
}
