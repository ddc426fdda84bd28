import { type Ref, useImperativeHandle, useRef } from 'react'

export interface CodeHandle {
  goTo(line: number, column: number): void
}

interface Props {
  readonly handle?: Ref<CodeHandle>
  readonly label: string
  readonly value: string
  readonly readOnly: boolean
  readonly onWrite: (text: string) => void
}

const LINE_HEIGHT = 22.4

/** A text of fixed width, in which one can be taken to a line. */
export function CodeArea({ handle, label, value, readOnly, onWrite }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(handle, () => ({
    goTo: (line, column) => {
      const element = area.current
      if (element === null) return
      const before = element.value.split('\n').slice(0, line - 1)
      const at = before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1
      element.focus()
      element.setSelectionRange(at, at)
      element.scrollTop = Math.max(0, (line - 6) * LINE_HEIGHT)
    },
  }))
  return (
    <textarea
      ref={area}
      className="code"
      aria-label={label}
      value={value}
      readOnly={readOnly}
      spellCheck={false}
      onChange={({ target }) => onWrite(target.value)}
    />
  )
}
