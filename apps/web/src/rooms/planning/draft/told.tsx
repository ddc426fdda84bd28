import { Tag } from 'antd'
import { SEVERITY } from '../words.ts'
import { useDrafting } from './context.ts'
import { keyOf, type Place } from './document.ts'
import { notesAt } from './notes.ts'

/** What is said at a place of the draft: mistakes and findings, in words and not by colour alone. */
export function Told({
  place,
  whole = false,
  id,
}: {
  readonly place: Place
  readonly whole?: boolean
  readonly id?: string
}) {
  const { notes } = useDrafting()
  const said = notesAt(notes, keyOf(place), whole)
  if (said.length === 0) return null
  return (
    <div id={id}>
      {said.map(({ severity, wrong, says }) => (
        <p key={says} className={`finding finding-${severity}`}>
          <Tag color={SEVERITY[severity].color}>{wrong ? '写错' : SEVERITY[severity].name}</Tag>
          {says}
        </p>
      ))}
    </div>
  )
}

/** Something in the text that a form cannot show: it stays as it is. */
export function OnlyText({ what }: { readonly what: string }) {
  return (
    <p className="finding">“{what}”写在文本里，表单显示不了；它原样保留，请到“文本”里看和改。</p>
  )
}
