import type { Block } from '../block.ts'
import { paperDocument } from '../word/page.ts'
import { blank, heading, text, title } from '../words.ts'
import { KNOWN, type Known } from './known.ts'

const DAY = '2000-01-01'

// Each placeholder beside what it means: the sample is a template itself, and shows what each becomes.
function shown(known: Known, level: 2 | 3): Block[] {
  const all = Object.entries(known)
  const plain = all.flatMap(([name, means]) =>
    typeof means === 'string' ? text(`${means}：{${name}}`) : [],
  )
  const lists = all.flatMap(([name, list]) =>
    typeof list === 'string'
      ? []
      : [
          heading(level, `${list.means}（一组，写在 # 和 / 之间的部分重复）`),
          ...text(`{#${name}}`),
          ...shown(list.inside, 3),
          ...text(`{/${name}}`),
        ],
  )
  return [...plain, ...lists]
}

/** A template that has every placeholder with its meaning, to begin one of one's own with. */
export function sampleTemplate(name: string, about: 'unit' | 'all'): Promise<Uint8Array> {
  const children = [
    title(`${name}模板样例`),
    blank(),
    ...text(
      '下面是可以用的全部占位符。照单位的格式排好版，把占位符放在要填写的地方，不用的删去，存为 .docx 上传。',
    ),
    ...shown(KNOWN[about], 2),
  ]
  return paperDocument({
    form: 'plain',
    name: `${name}模板样例`,
    issuer: '考核',
    day: DAY,
    children,
  })
}
