import { Progress } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { sendFile, type Target } from './upload.ts'

interface Sending {
  readonly name: string
  readonly share: number
  readonly problem: string | null
}

/** Files on their way to one place, one after another. */
export function useSending(target: Target, onDone: () => Promise<unknown>) {
  const [sending, setSending] = useState<readonly Sending[]>([])
  const put = (name: string, change: Partial<Sending> | null): void =>
    setSending((all) => {
      const one = all.find((known) => known.name === name)
      const others = all.filter((known) => known.name !== name)
      if (change === null) return others
      return [...others, { name, share: 0, problem: null, ...one, ...change }]
    })
  const send = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      put(file.name, { share: 0, problem: null })
      try {
        // One after another, so that a weak connection finishes some of them.
        await sendFile(target, file, (share) => put(file.name, { share }))
        put(file.name, null)
      } catch (error) {
        const problem = error instanceof ApiProblem ? error.problem.title : '没有传上去'
        put(file.name, { problem })
      }
    }
    await onDone()
  }
  return { sending, send }
}

/** How far each file is, or what went wrong with it. */
export function SendingList({ sending }: { readonly sending: readonly Sending[] }) {
  return sending.map(({ name, share, problem }) => (
    <div key={name} className="sending" role="status">
      <span>{name}</span>
      {problem === null ? (
        <Progress aria-label="上传" percent={Math.floor(share * 100)} size="small" />
      ) : (
        <span className="field-problem">{problem}</span>
      )}
    </div>
  ))
}
