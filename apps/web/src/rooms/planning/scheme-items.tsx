import type { SchemeCategory, SchemeItem, SchemePages } from '@kaohe/contract'
import { Findings } from './told.tsx'

function Figures({ item }: { readonly item: SchemeItem }) {
  const rows: [string, string][] = [
    ...(item.full === null ? [] : [['分值', item.full] as [string, string]]),
    ...(item.weight === null ? [] : [['占比', item.weight] as [string, string]]),
    ['最低', item.least ?? '没有下限'],
    ['最高', item.most ?? '不封顶'],
  ]
  return (
    <div className="scheme-figures">
      <dl>
        {rows.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt className="muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Item({ item }: { readonly item: SchemeItem }) {
  return (
    <article className="scheme-item" id={`item-${item.id}`}>
      <div>
        <h3>
          {item.name}
          {item.clause !== null && <span className="clause">{item.clause}</span>}
        </h3>
        {item.assessees.length > 0 && <p className="muted">只对：{item.assessees.join('、')}</p>}
        {item.leads.length > 0 && <p className="muted">牵头：{item.leads.join('、')}</p>}
        {item.requirements.length > 0 && (
          <ul>
            {item.requirements.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
        {item.rule !== null && <p>计分：{item.rule}</p>}
        {item.evidence.length > 0 && <p className="muted">材料：{item.evidence.join('、')}</p>}
        {item.note !== null && <p className="muted">说明：{item.note}</p>}
        <Findings findings={item.findings} />
      </div>
      <Figures item={item} />
    </article>
  )
}

function Category({ category }: { readonly category: SchemeCategory }) {
  const { clause, full, weight } = category
  const said = [clause, full === null ? null : `${full}分`, weight === null ? null : `占${weight}`]
  return (
    <section style={{ marginInlineStart: category.depth * 12 }}>
      <h2 className="scheme-category">
        {category.name}
        <span className="clause">{said.filter((one) => one !== null).join('，')}</span>
      </h2>
      {category.items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </section>
  )
}

/** The indicators by category, with what is open about each beside it. */
export function SchemeItems({ pages }: { readonly pages: SchemePages }) {
  return (
    <>
      <Findings findings={pages.findings.filter(({ severity }) => severity === 'error')} />
      {pages.categories.map((category) => (
        <Category key={category.id} category={category} />
      ))}
    </>
  )
}
