import { describe, expect, it } from 'vitest'
import { combiners } from '../src/combine/list.ts'
import type { Arena } from '../src/core/index.ts'
import { kinds } from '../src/kinds/list.ts'
import { modifiers } from '../src/modify/list.ts'
import type { Field, Shape } from '../src/shape/index.ts'
import { compiled } from './rules.ts'

const all = [...kinds, ...combiners]

type Walked = { readonly field: Field; readonly path: string }

/** Every field of a shape, at any depth. */
function fieldsIn(of: Shape, path = ''): readonly Walked[] {
  switch (of.shape) {
    case 'object':
      return Object.values(of.fields).flatMap((field) => {
        const at = `${path}/${field.keyword}`
        return [{ field, path: at }, ...fieldsIn(field.of, at)]
      })
    case 'list':
    case 'table':
      return fieldsIn(of.of, path)
    case 'either':
      return of.of.flatMap((each) => fieldsIn(each, path))
    default:
      return []
  }
}

type Reads = {
  readonly from: string
  readonly question?: string
  readonly fold?: { readonly rows: Arena<Reads> }
}

/** The questions that a program leaves open, in rows too. */
function questionsIn({ nodes, inputs }: Arena<Reads>): readonly string[] {
  return [
    ...nodes.flatMap((node) => (node.op === 'undecided' ? [node.question] : [])),
    ...inputs.flatMap((input) => [
      ...(input.question === undefined ? [] : [input.question]),
      ...(input.fold === undefined ? [] : questionsIn(input.fold.rows)),
    ]),
  ]
}

describe('names', () => {
  it('are not shared', () => {
    const members = [...all, ...modifiers]
    for (const key of ['name', 'keyword'] as const) {
      const names = members.map((member) => member[key])
      // 分摊 is also a field of events: only keywords beside each other must differ.
      expect(new Set(names).size).toBe(names.length)
    }
  })
})

describe.each([...all, ...modifiers])('$keyword', ({ params, summary, examples }) => {
  it('is documented', () => {
    expect(summary).toMatch(/。$/)
    expect(examples.length).toBeGreaterThan(0)
    for (const { field } of fieldsIn(params)) {
      expect(field.doc).not.toBe('')
      expect(field.presence === 'open').toBe(field.silence !== undefined)
    }
  })
})

const AROUND = { full: '20', leads: ['zuzhibu'] }

describe.each(all)('examples of $keyword', ({ keyword: word, examples, params, silences = {} }) => {
  it.each(examples)('%s', (example) => {
    const { unit } = compiled(example, AROUND)
    const open = fieldsIn(params).filter(({ field }) => field.presence === 'open')
    const known = [...open.map(({ field }) => field.keyword), ...Object.keys(silences)]
    const own = questionsIn(unit).filter((q) => q.startsWith(`指标/item/规则/${word}/`))
    for (const question of own) expect(known).toContain(question.split('/').at(-1))
  })

  it('has fields for its silences', () => {
    const keywords = fieldsIn(params).map(({ field }) => field.keyword)
    for (const keyword of Object.keys(silences)) expect(keywords).toContain(keyword)
  })
})

describe.each(modifiers)('examples of $keyword', ({ examples }) => {
  it.each(examples)('%s', (example) => {
    expect(() => compiled(`达标: {条件: staffed, 得: 5}\n${example}`, AROUND)).not.toThrow()
  })
})
