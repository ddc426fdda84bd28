import { readFileSync } from 'node:fs'
import {
  addMember,
  diffSchemes,
  linesWithout,
  membersOf,
  partOf,
  readScheme,
  replacePart,
} from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'

const FILE = `方案: demo
指标:
  # 第一项
  - 编号: study
    名称: 学习
    要求:
      - {编号: a, 内容: 读书}

  # 第二项
  - {编号: work, 名称: 工作}
总分: {}
`

describe('partOf', () => {
  it('gives a member as if it stood alone', () => {
    expect(partOf(FILE, '指标/study')).toBe(
      '编号: study\n名称: 学习\n要求:\n  - {编号: a, 内容: 读书}\n',
    )
    expect(partOf(FILE, '指标/work')).toBe('{编号: work, 名称: 工作}\n')
    expect(partOf(FILE, '指标/none')).toBeUndefined()
  })
})

describe('replacePart', () => {
  it('leaves everything else as it was', () => {
    const to = '编号: study\n名称: 学习提升\n要求:\n  - {编号: b, 内容: 听课}\n'
    const text = replacePart(FILE, '指标/study', to) as string
    expect(text).toBe(
      FILE.replace('名称: 学习', '名称: 学习提升').replace(
        '{编号: a, 内容: 读书}',
        '{编号: b, 内容: 听课}',
      ),
    )
    expect(partOf(text, '指标/study')).toBe(to)
  })

  it.each(['dongguan-2017', 'guiyang-2021'])(
    'puts every indicator of %s back where it was taken from',
    (folder) => {
      const file = new URL(`../../../../schemes/${folder}/scheme.yaml`, import.meta.url)
      const text = readFileSync(file, 'utf8')
      const scheme = readScheme(text).scheme!
      for (const { id } of scheme.items)
        expect(replacePart(text, `指标/${id}`, partOf(text, `指标/${id}`)!)).toBe(text)
    },
  )
})

describe('addMember', () => {
  it('adds at the end of a list', () => {
    const text = addMember(FILE, '指标', '编号: new\n名称: 新项\n') as string
    expect(text).toBe(FILE.replace('名称: 工作}\n', '名称: 工作}\n  - 编号: new\n    名称: 新项\n'))
  })

  it('begins a list that is not there, and adds to real schemes without changing anything else', () => {
    expect(addMember(FILE, '调查项目', '编号: q\n名称: 问题')).toBe(
      `${FILE}\n调查项目:\n  - 编号: q\n    名称: 问题\n`,
    )
    const file = new URL('../../../../schemes/dongguan-2017/scheme.yaml', import.meta.url)
    const text = readFileSync(file, 'utf8')
    const more = addMember(text, '调查项目', '编号: asked\n名称: 是否知道') as string
    const changes = diffSchemes(readScheme(text).scheme!, readScheme(more).scheme!)
    expect(changes.map(({ kind, path }) => [kind, path])).toEqual([['added', '调查项目/asked']])
  })
})

describe('membersOf', () => {
  it('gives each member with its text as if it stood alone, and its line', () => {
    expect(membersOf(FILE, '指标')).toEqual([
      { id: 'study', name: '学习', line: 4, text: partOf(FILE, '指标/study') },
      { id: 'work', name: '工作', line: 10, text: '{编号: work, 名称: 工作}\n' },
    ])
    expect(membersOf(FILE, '数据')).toEqual([])
    expect(membersOf('指标: [[', '指标')).toEqual([])
  })
})

describe('linesWithout', () => {
  const DRAFT = '编号: a\n# 关于数据\n数据:\n  - {编号: b}\n\n  # 最后\n名称: 甲\n事件: []\n'
  it('takes keywords with all below them out, and numbers what stays', () => {
    const rest = linesWithout(DRAFT, new Set(['数据', '事件']))
    expect(rest.map(({ line, text }) => `${line} ${text}`)).toEqual([
      '1 编号: a',
      '2 # 关于数据',
      '5 ',
      '6   # 最后',
      '7 名称: 甲',
      '9 ',
    ])
  })

  it('leaves what stands in one line, and what is no mapping', () => {
    for (const text of ['{编号: a, 数据: []}\n', '[a]', '编号: ['])
      expect(linesWithout(text, new Set(['数据'])).map((one) => one.text)).toEqual(text.split('\n'))
  })
})
