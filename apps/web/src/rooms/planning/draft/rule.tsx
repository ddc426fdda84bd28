import type { DraftingLanguage } from '@kaohe/contract'
import { Select } from 'antd'
import { useRef } from 'react'
import { isCollection, isMap, isScalar } from 'yaml'
import { useDrafting } from './context.ts'
import { below, type Content, exchange, keywordsAt, nodeAt, type Place, write } from './document.ts'
import { Field, Fields } from './field.tsx'
import { OnlyText, Told } from './told.tsx'

type Word = DraftingLanguage['kinds'][number]

const FIRST_TOGETHER = '合计'

function optionsOf(kinds: readonly Word[]) {
  const from = kinds.findIndex(({ keyword }) => keyword === FIRST_TOGETHER)
  const shown = ({ keyword, summary }: Word) => ({
    value: keyword,
    label: `${keyword}：${summary}`,
  })
  return [
    { label: '怎样计分', options: kinds.slice(0, from).map(shown) },
    { label: '把几条规则合在一起', options: kinds.slice(from).map(shown) },
  ]
}

// What two kinds have in common (量, 事件, 条件 …) is kept when one takes the place of the other.
function common(kind: Word | undefined, written: Readonly<Record<string, unknown>>): Content {
  if (kind?.params.shape !== 'object') return {}
  const known = new Set(kind.params.fields.map(({ keyword }) => keyword))
  const kept = Object.entries(written).filter(
    ([keyword, value]) => known.has(keyword) && typeof value === 'string',
  )
  return Object.fromEntries(kept) as Content
}

function Kind({ place, kind }: { readonly place: Place; readonly kind: Word | undefined }) {
  const { doc, language, edit, readOnly } = useDrafting()
  const left = useRef(new Map<string, Content>())
  const { kinds, modifiers } = language
  const order = [...kinds, ...modifiers].map(({ keyword }) => keyword)
  const change = (to: string): void => {
    const node = kind && nodeAt(doc, below(place, kind.keyword))
    const written = (isCollection(node) ? node.toJS(doc) : {}) as Record<string, Content>
    if (kind !== undefined && node !== undefined)
      left.current.set(kind.keyword, isScalar(node) ? String(node.value) : written)
    const next = kinds.find(({ keyword }) => keyword === to)
    const content = left.current.get(to) ?? common(next, written)
    const at = below(place, to, order)
    edit((text) =>
      kind === undefined
        ? write(text, at, content)
        : exchange(text, below(place, kind.keyword, order), at, content),
    )
  }
  return (
    <div className="draft-field draft-wide">
      <span className="draft-label">怎样计分</span>
      <Select
        aria-label="怎样计分"
        value={kind?.keyword ?? null}
        options={optionsOf(kinds)}
        showSearch={{ optionFilterProp: 'label' }}
        disabled={readOnly}
        placeholder="还没有规则，请选一种"
        style={{ width: '100%' }}
        onChange={change}
      />
    </div>
  )
}

const ALWAYS = '上限'

function Modifiers({ place }: { readonly place: Place }) {
  const { doc, language, edit, readOnly } = useDrafting()
  const { kinds, modifiers } = language
  const order = [...kinds, ...modifiers].map(({ keyword }) => keyword)
  const written = keywordsAt(doc, place)
  const shown = modifiers.filter(({ keyword }) => keyword === ALWAYS || written.includes(keyword))
  const rest = modifiers.filter((one) => !shown.includes(one))
  return (
    <>
      {shown.map(({ keyword, params: of, summary: doc_ }) => (
        <Field
          key={keyword}
          field={{ keyword, of, doc: doc_, presence: 'optional' }}
          place={below(place, keyword, order)}
        />
      ))}
      {!readOnly && (
        <div className="draft-field">
          <span className="draft-label">再加一条</span>
          <Select
            aria-label="再加一条"
            value={null}
            placeholder="前提、下限、舍入……"
            options={rest.map(({ keyword, summary }) => ({
              value: keyword,
              label: `${keyword}：${summary}`,
            }))}
            style={{ width: '100%' }}
            onChange={(keyword: string | null) => {
              const one = rest.find((other) => other.keyword === keyword)
              if (keyword === null || one === undefined) return
              const content = one.params.shape === 'object' ? {} : '…'
              edit((text) => write(text, below(place, keyword, order), content))
            }}
          />
        </div>
      )}
    </>
  )
}

/** A rule: its kind, chosen among those of the language, with its fields, and what stands around it. */
export function RuleFields({ place }: { readonly place: Place }) {
  const { doc, language } = useDrafting()
  const node = nodeAt(doc, place)
  if (node !== undefined && !isMap(node)) return <OnlyText what="规则" />
  const { kinds, modifiers } = language
  const written = keywordsAt(doc, place)
  const kind = kinds.find(({ keyword }) => written.includes(keyword))
  const known = new Set(modifiers.map(({ keyword }) => keyword))
  const strange = written.filter((keyword) => keyword !== kind?.keyword && !known.has(keyword))
  const at = kind && below(place, kind.keyword)
  return (
    <div className="draft-rule">
      <Kind place={place} kind={kind} />
      {kind !== undefined && at !== undefined && (
        <>
          <p className="muted">{kind.summary}</p>
          <Told place={at} />
          {kind.params.shape === 'object' ? (
            <Fields fields={kind.params.fields} place={at} first={['得', '扣', '段', '每']} />
          ) : (
            <Field
              field={{
                keyword: kind.keyword,
                of: kind.params,
                doc: kind.summary,
                presence: 'required',
              }}
              place={at}
            />
          )}
          <div className="draft-fields">
            <Modifiers place={place} />
          </div>
        </>
      )}
      {strange.map((keyword) => (
        <OnlyText key={keyword} what={keyword} />
      ))}
    </div>
  )
}
