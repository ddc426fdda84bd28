import { checkProof } from './check.ts'
import { namedInLog } from './bundle-log.ts'
import { digest } from './digest.ts'
import { type Fault, text } from './fault.ts'
import { checkRanks } from './ranks.ts'
import { sha256 } from './sha256.ts'
import type { Step } from './step.ts'

const FORMAT = 'kaohe-bundle/1'
const ABOUT = 'bundle.json'
const CORE = 'core/'
const RESULT = 'core/result.json'
const PROOFS = 'core/proofs.json'

/** The files of a bundle, by their path in it. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>

export interface BundleReport {
  readonly faults: readonly Fault[]
  /** How many files had their hash, proofs were added up again, and steps these had. */
  readonly files: number
  readonly proofs: number
  readonly steps: number
  /** How many entries of the log were found in it and name this bundle; none before it was ratified. */
  readonly logged: number
  /** What the bundle's digest should be, as it may have been printed elsewhere. */
  readonly digest: string
}

function parsed(files: BundleFiles, path: string): Step {
  const bytes = files.get(path)
  if (bytes === undefined) return {}
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null ? (value as Step) : {}
  } catch {
    return {}
  }
}

const listIn = (of: Step, key: string): readonly Step[] => {
  const list = of[key]
  return Array.isArray(list) ? list.filter((one) => typeof one === 'object' && one !== null) : []
}

/** Every file of the core has the hash that is written of it, and none is there that is not written of. */
function filesAgain(files: BundleFiles, about: Step): readonly Fault[] {
  const written = new Map(listIn(about, 'files').map((one) => [text(one.path), text(one.sha256)]))
  const inside = [...files.keys()].filter((path) => path.startsWith(CORE))
  const strangers = inside.filter((path) => !written.has(path))
  return [
    ...strangers.map((at) => ({ at, found: 'a file', expected: 'nothing' })),
    ...[...written].flatMap(([at, expected]) => {
      const bytes = files.get(at)
      const found = bytes === undefined ? 'nothing' : sha256(bytes)
      return found === expected ? [] : [{ at, found, expected }]
    }),
  ]
}

function proofsAgain(papers: Step) {
  const checked = listIn(papers, 'proofs').map((proof, i) => ({ i, report: checkProof(proof) }))
  const faults = checked.flatMap(({ i, report }) =>
    report.faults.map((fault) => ({ ...fault, at: `${PROOFS} proofs/${i}/${fault.at}` })),
  )
  const ranks = papers.ranks === null ? [] : checkRanks(papers.ranks)
  return {
    faults: [...faults, ...ranks.map((one) => ({ ...one, at: `${PROOFS} ranks/${one.at}` }))],
    proofs: checked.length,
    steps: checked.reduce((sum, { report }) => sum + report.steps, 0),
  }
}

const pointsOf = (points: unknown): string =>
  text(
    Array.isArray(points)
      ? [null, ...points.map((end) => end ?? 'unbounded')]
      : [points, points, points],
  )

/** What the result says of each unit is what its proof comes to. */
function totalsAgain(result: Step, papers: Step): readonly Fault[] {
  const proofs = new Map(
    listIn(papers, 'proofs').map((proof) => [text((proof.unit as Step | null)?.id), proof]),
  )
  const units = listIn(result, 'units').filter(({ eligible }) => eligible !== 'no')
  return units.flatMap(({ unit, total, least, most }) => {
    const at = `${RESULT} ${text(unit)}`
    const proof = proofs.get(text(unit))
    if (proof === undefined) return [{ at, found: 'no proof', expected: 'a proof' }]
    const expected = pointsOf((proof.total as Step | null)?.points)
    const found = text([total, least, most])
    return found === expected ? [] : [{ at, found, expected }]
  })
}

function formOf(files: BundleFiles, about: Step): readonly Fault[] {
  if (about.format !== FORMAT) return [{ at: ABOUT, found: text(about.format), expected: FORMAT }]
  return [RESULT, PROOFS]
    .filter((path) => !files.has(path))
    .map((at) => ({ at, found: 'nothing', expected: 'a file' }))
}

/**
 * Checks a bundle by itself: the hashes of its files, the digest over these, every proof and rank, that the
 * result says what the proofs come to, and that the log names this very bundle. It computes nothing from the
 * scheme: that is the other half of a check, and made by the engine.
 *
 * @param files as they were unpacked, from anyone
 */
export function checkBundle(files: BundleFiles): BundleReport {
  const about = parsed(files, ABOUT)
  const [result, papers] = [parsed(files, RESULT), parsed(files, PROOFS)]
  const seal = digest({ format: FORMAT, files: about.files ?? null })
  const sealed = { at: `${ABOUT} digest`, found: text(about.digest), expected: seal }
  const { faults, ...counts } = proofsAgain(papers)
  const logged = namedInLog(about.log, seal)
  return {
    faults: [
      ...formOf(files, about),
      ...filesAgain(files, about),
      ...(sealed.found === seal ? [] : [sealed]),
      ...faults,
      ...totalsAgain(result, papers),
      ...logged.faults,
    ],
    files: listIn(about, 'files').length,
    ...counts,
    logged: logged.entries,
    digest: seal,
  }
}
