import type { Exhibit } from '@kaohe/contract'
import { useQueryClient } from '@tanstack/react-query'
import { ApiProblem } from '../../api/client.ts'
import { Refused, type Standing } from '../../parts/refused.tsx'
import type { DeskPlace } from './data.ts'
import {
  exhibitsIn,
  exhibitsQuery,
  sayVerdict,
  type useVerdict,
  verdictOf,
} from './exhibits-data.ts'

interface Props {
  readonly place: DeskPlace
  readonly give: ReturnType<typeof useVerdict>
  /** When the verdict is given all the same. */
  onGiven(given: readonly Exhibit[]): void
}

const versionIn = ({ verdict }: Exhibit): number => verdict?.version ?? 0

// Of many files, those alone on which another was first.
function sayOthers(standing: Standing, seen: readonly Exhibit[]): string {
  const saw = new Map(seen.map((one) => [one.id, versionIn(one)]))
  return exhibitsIn(standing)
    .filter((one) => saw.get(one.id) !== versionIn(one))
    .map((one) => {
      const { name, verdict } = one
      return `${name}：${sayVerdict(verdictOf(one), verdict?.reason ?? null, verdict?.by ?? null)}`
    })
    .join('\n')
}

/** Why a verdict was not taken: where another gave one meanwhile, both of them, and the choice. */
export function VerdictRefused({ place, give, onGiven }: Props) {
  const queries = useQueryClient()
  const { error, variables } = give
  if (error === null || variables === undefined) return null
  const standing = error instanceof ApiProblem ? error.problem.versions?.standing : undefined
  return (
    <Refused
      error={error}
      what="材料的结论"
      mine={sayVerdict(variables.verdict, variables.reason)}
      theirs={(now) => sayOthers(now, variables.exhibits)}
      onMine={() =>
        give.mutate(
          { ...variables, exhibits: exhibitsIn(standing) },
          { onSuccess: ({ exhibits }) => onGiven(exhibits) },
        )
      }
      onTheirs={() => {
        give.reset()
        void queries.invalidateQueries(exhibitsQuery(place))
      }}
    />
  )
}
