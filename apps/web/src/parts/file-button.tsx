import { type ButtonProps } from 'antd'
import { useRef } from 'react'
import { Button } from './button.tsx'

interface Props extends Pick<ButtonProps, 'size' | 'type' | 'loading' | 'disabled' | 'children'> {
  /** What is chosen, for those who do not see the button's place. */
  readonly label: string
  /** Endings, as ".xlsx,.csv"; any file if left out. */
  readonly accept?: string
  readonly multiple?: boolean
  onFiles(files: readonly File[]): void
}

/** A button that asks for files; the same file may be chosen again when it has been changed. */
export function FileButton({ label, accept, multiple = false, onFiles, ...button }: Props) {
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept={accept}
        multiple={multiple}
        hidden
        aria-label={label}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      <Button {...button} onClick={() => chooser.current?.click()} />
    </>
  )
}
