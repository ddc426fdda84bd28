import {
  type UseMutationOptions,
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { App } from 'antd'
import { ApiProblem } from '../api/client.ts'
import type { Standing } from './refused.tsx'
import './two-versions.css'

interface Told<V> {
  /** What stands, in a few words. */
  now(standing: Standing): string
  /** What was typed with it, as it is told beside what stands: it may be needed again. */
  typed?(sent: V): string
}

function Meanwhile({ now, typed }: { readonly now: string; readonly typed: string }) {
  return (
    <dl className="meanwhile">
      <dt>现在是</dt>
      <dd>{now}</dd>
      {typed !== '' && (
        <>
          <dt>您填的</dt>
          <dd>{typed}</dd>
        </>
      )}
    </dl>
  )
}

type Options<T, V> = UseMutationOptions<T, Error, V> & Told<V>

/**
 * A step over a version, as handing in or sealing: nothing to be written over. Where another was first, it
 * says what stands now, and the page is read anew; the form of the step is likely to be gone then.
 */
export function useStep<T, V = void>(options: Options<T, V>): UseMutationResult<T, Error, V> {
  const { now, typed, ...rest } = options
  const { notification } = App.useApp()
  const queries = useQueryClient()
  const step = useMutation<T, Error, V>({
    ...rest,
    onError: (...failed) => {
      const [error, sent] = failed
      const problem = error instanceof ApiProblem ? error.problem : undefined
      if (problem?.versions === undefined) return rest.onError?.(...failed)
      notification.warning({
        key: 'meanwhile',
        title: problem.title,
        description: (
          <Meanwhile now={now(problem.versions.standing)} typed={typed?.(sent).trim() ?? ''} />
        ),
        duration: 0,
      })
      step.reset()
      return queries.invalidateQueries()
    },
  })
  return step
}
