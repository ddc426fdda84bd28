import { readFileSync } from 'node:fs'
import { addMember, diffSchemes, partOf, readScheme, replacePart } from '@kaohe/scheme'
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
