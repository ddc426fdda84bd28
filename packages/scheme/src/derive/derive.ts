import type { Problem } from '../diagnostic/diagnostic.ts'
import { decode } from '../read/scheme.ts'
import { applyEdits } from '../readings/apply.ts'
import type { Placed } from '../readings/edit.ts'
import { beside } from '../readings/files.ts'
import { derivedShape, editShape } from '../readings/shapes.ts'
import { shape } from '@kaohe/engine'
import { type Mapping, type Source, textUnder, under } from '../source/tree.ts'

interface Derived {
  readonly tree: Source | undefined
  readonly problems: readonly Problem[]
}

type Upper = (path: string) => Derived | undefined

const FROM = '沿用'
const EDITS = '修改'

/** The derived file's own parts take the place of the upper scheme's parts of the same name. */
function overlaid(base: Mapping, own: Mapping): Mapping {
  const parts = own.pairs.filter((pair) => pair.key.text !== FROM && pair.key.text !== EDITS)
  const kept = base.pairs.map((pair) => parts.find((one) => one.key.text === pair.key.text) ?? pair)
  const added = parts.filter((pair) => !base.pairs.some((one) => one.key.text === pair.key.text))
  return { ...own, pairs: [...kept, ...added] }
}

function editsIn(
  own: Mapping,
  path: string,
): { readonly edits: readonly Placed[]; readonly problems: readonly Problem[] } {
  const written = under(own, EDITS)
  if (!written) return { edits: [], problems: [] }
  const read = decode(shape.list(editShape, 0), written)
  const edits = (read.value ?? []).map((edit, i) => ({
    edit,
    by: path,
    at: read.places.get(`[${i}].at`) ?? written,
  }))
  return {
    edits,
    problems: read.problems.map((problem) => ({
      ...problem,
      path: `${EDITS}/${problem.path ?? ''}`,
    })),
  }
}

function versionProblem(base: Source, wanted: string, at: Source): Problem[] {
  const version = textUnder(base, '版本')
  return version === wanted || version === undefined
    ? []
    : [
        {
          code: 'base-version',
          at: under(at, '版本') ?? at,
          found: wanted,
          expected: version,
          nearest: version,
        },
      ]
}

/**
 * The tree of a scheme that derives from another (沿用), or the tree itself when it does not.
 * @param way the files that led here, to find schemes that derive from one another in a circle
 */
export function deriveTree(
  own: Source,
  path: string,
  way: readonly string[],
  upper: Upper,
): Derived {
  const from = under(own, FROM)
  if (own.is !== 'mapping' || !from) return { tree: own, problems: [] }
  const read = decode(derivedShape, from)
  if (!read.value)
    return {
      tree: undefined,
      problems: read.problems.map((problem) => ({
        ...problem,
        path: `${FROM}/${problem.path ?? ''}`,
      })),
    }
  const target = beside(path, read.value.from)
  const at = under(from, '方案') ?? from
  if (target === path || way.includes(target))
    return {
      tree: undefined,
      problems: [{ code: 'derivation-cycle', at, found: [...way, path, target].join(' → ') }],
    }
  const base = upper(target)
  if (!base) return { tree: undefined, problems: [{ code: 'base-missing', at, found: target }] }
  if (base.tree?.is !== 'mapping') return { tree: undefined, problems: base.problems }
  const edits = editsIn(own, path)
  const edited = applyEdits(base.tree, edits.edits)
  const problems = [
    ...base.problems,
    ...edits.problems,
    ...edited.problems,
    ...versionProblem(base.tree, read.value.version, from),
  ]
  return { tree: edited.tree.is === 'mapping' ? overlaid(edited.tree, own) : edited.tree, problems }
}
