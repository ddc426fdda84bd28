import type { Problem } from '@kaohe/contract'
import { ApiProblem } from '../api/client.ts'
import { Trouble } from './trouble.tsx'
import { TwoVersions } from './two-versions.tsx'
import { moment } from './when.ts'

/** What stands, as the server told it to whoever wrote over something else. */
export type Standing = NonNullable<Problem['versions']>['standing']

/** The version of what stands; 0 where nothing does. */
export function versionOf(standing: Standing): number {
  const version = standing?.['version']
  return typeof version === 'number' ? version : 0
}

const wordsIn = (standing: Standing, name: string): string[] => {
  const said = standing?.[name]
  return typeof said === 'string' && said !== '' ? [said] : []
}

/** Who wrote what stands and when, as far as the server tells it. */
export function whose(standing: Standing): string {
  const at = wordsIn(standing, 'at')
  // Without a moment it is not who wrote, but from what a measure or a letter comes.
  const source = at.length === 0 ? [] : wordsIn(standing, 'source')
  const who = [...wordsIn(standing, 'by'), ...source]
  return [...who.slice(0, 1), ...at.map(moment)].join('，')
}

interface Props {
  readonly error: unknown
  /** What was written over, as the sentence begins. */
  readonly what: string
  readonly mine: string
  theirs(standing: Standing): string
  /** Sends it again over the version that stands. */
  onMine(version: number): void
  /** Gives up what was typed, for what stands. */
  onTheirs(): void
}

/**
 * Why what was sent was not taken. Where another was first, both versions and the choice between them; where
 * nothing can be written any more, what stands beside what was typed.
 */
export function Refused({ error, what, mine, theirs, onMine, onTheirs }: Props) {
  if (error === null) return null
  const problem = error instanceof ApiProblem ? error.problem : undefined
  const { versions } = problem ?? {}
  if (versions === undefined) return <Trouble error={error} />
  const { standing } = versions
  const isOpen = problem?.type.endsWith(':changed') === true
  return (
    <>
      {!isOpen && <Trouble error={error} />}
      <TwoVersions
        what={what}
        mine={mine}
        theirs={theirs(standing)}
        whose={whose(standing)}
        {...(isOpen && { onMine: () => onMine(versionOf(standing)) })}
        onTheirs={onTheirs}
      />
    </>
  )
}
