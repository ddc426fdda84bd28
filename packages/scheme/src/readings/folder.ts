import type { Language, Problem } from '../diagnostic/diagnostic.ts'
import { type ReadResult, answer, decode, decodeScheme } from '../read/scheme.ts'
import { load } from '../source/load.ts'
import { originOf } from '../source/origin.ts'
import { type Source, type Span, textUnder, under } from '../source/tree.ts'
import { keywordsOf } from '../vocabulary.ts'
import { find, segmentsOf } from '../source/path.ts'
import { deriveTree } from '../derive/derive.ts'
import { applyEdits } from './apply.ts'
import { type Choices, chooseOptions, editsOf } from './choose.ts'
import { type FileText, beside, mainOf } from './files.ts'
import { nearestPath } from './edit.ts'
import { type Reading, readingsShape } from './shapes.ts'
import { SCHEME_KEYWORDS } from '../vocabulary.ts'

/** A change tried out: `位置`, and the YAML to put there. */
export interface TrialChange {
  readonly at: string
  readonly to: string
}

export interface FolderOptions extends Choices {
  /** Changes tried out on top of the readings, for simulation. */
  readonly trial?: readonly TrialChange[]
  /** The scheme file to read; else the first `scheme.yaml`. */
  readonly main?: string
  readonly language?: Language
}

export interface FolderResult extends ReadResult {
  readonly readings: readonly Reading[]
  /** The option that counts for each reading that is settled. */
  readonly chosen: Readonly<Record<string, string>>
}

const READINGS_KEYWORDS = keywordsOf(readingsShape).union(SCHEME_KEYWORDS)

interface Step {
  readonly tree: Source | undefined
  readonly problems: readonly Problem[]
  readonly readings: readonly Reading[]
  readonly chosen: Readonly<Record<string, string>>
}

/** An option not chosen must still point at something. */
function looseEnds(
  reading: Reading,
  trees: readonly Source[],
  skip: string | undefined,
  placeOf: (path: string) => Span,
): Problem[] {
  return reading.options
    .filter((option) => option.id !== skip)
    .flatMap((option) => editsOf(reading, option, placeOf))
    .filter(({ edit }) => {
      const path = segmentsOf(edit.at)
      const needed = edit.drop ? path : path.slice(0, -1)
      return !trees.some((tree) => find(tree, path) ?? find(tree, needed)?.is === 'mapping')
    })
    .map(({ edit, at }) => ({
      code: 'bad-position',
      at,
      found: edit.at,
      ...nearestPath(trees[0] as Source, segmentsOf(edit.at)),
    }))
}

function readReadings(file: FileText, root: Source, choices: Choices): Step {
  const loaded = load(file.path, file.text, READINGS_KEYWORDS)
  if (!loaded.tree) return { tree: root, problems: loaded.problems, readings: [], chosen: {} }
  const read = decode(readingsShape, loaded.tree)
  const problems = [...loaded.problems, ...read.problems, ...wrongScheme(loaded.tree, root)]
  if (!read.value) return { tree: root, problems, readings: [], chosen: {} }
  const { readings } = read.value
  const placeOf = (path: string): Span =>
    read.places.get(path) ?? { origin: loaded.origin, start: 0, end: 0 }
  const chosen = chooseOptions(readings, choices, placeOf)
  const edits = readings.flatMap((reading) => {
    const option = chosen.options.get(reading.id)
    return option ? editsOf(reading, option, placeOf) : []
  })
  const edited = applyEdits(root, edits)
  const loose = readings.flatMap((reading) =>
    looseEnds(reading, [root, edited.tree], chosen.options.get(reading.id)?.id, placeOf),
  )
  return {
    tree: edited.tree,
    problems: [...problems, ...chosen.problems, ...edited.problems, ...loose],
    readings,
    chosen: Object.fromEntries(chosen.options.entries().map(([id, option]) => [id, option.id])),
  }
}

function wrongScheme(readings: Source, root: Source): Problem[] {
  const at = under(readings, '方案')
  const own = textUnder(root, '方案')
  if (at?.is !== 'scalar' || own === undefined || at.text === own) return []
  return [{ code: 'wrong-scheme', at, found: at.text, expected: own }]
}

/** One scheme file with everything it derives from and its readings, before it is checked. */
function readStep(
  path: string,
  files: readonly FileText[],
  choices: Choices,
  way: readonly string[],
): Step {
  const file = files.find((one) => one.path === path)
  if (!file)
    return {
      tree: undefined,
      problems: [{ code: 'file-missing', at: nowhere(path), found: path }],
      readings: [],
      chosen: {},
    }
  const loaded = load(path, file.text, SCHEME_KEYWORDS)
  if (!loaded.tree) return { tree: undefined, problems: loaded.problems, readings: [], chosen: {} }
  const upper = (other: string) =>
    readStep(other, files, choices.asWritten ? { asWritten: true } : {}, [...way, path])
  const derived = deriveTree(loaded.tree, path, way, (other) =>
    files.some((one) => one.path === other) ? upper(other) : undefined,
  )
  const problems = [...loaded.problems, ...derived.problems]
  const readings = files.find((one) => one.path === beside(path, 'readings.yaml'))
  if (!readings || !derived.tree) return { tree: derived.tree, problems, readings: [], chosen: {} }
  const step = readReadings(readings, derived.tree, choices)
  return { ...step, problems: [...problems, ...step.problems] }
}

/** Each change is a file of one line, so that a message about it says which change is meant. */
function tried(step: Step, changes: readonly TrialChange[]): Step {
  return changes.reduce<Step>((before, { at, to }) => {
    const loaded = load(at, to, SCHEME_KEYWORDS)
    if (!loaded.tree || !before.tree)
      return { ...before, problems: [...before.problems, ...loaded.problems] }
    const edit = { at, to: loaded.tree, add: undefined, drop: undefined, reason: undefined }
    const edited = applyEdits(before.tree, [{ edit, at: loaded.tree, by: at }])
    const problems = [...before.problems, ...loaded.problems, ...edited.problems]
    return { ...before, tree: edited.tree, problems }
  }, step)
}

function nowhere(path: string): Span {
  return { origin: originOf(path, ''), start: 0, end: 0 }
}

/**
 * Reads a scheme with its readings from the texts of its folder; touches no file itself.
 * The clean scheme has the adopted option of every reading; `choose` takes other options.
 * @param files the scheme, its `readings.yaml` and, for a derived scheme, the files it derives from
 * @example
 * readSchemeFolder([{ path: 'scheme.yaml', text: '方案: demo' }]).chosen // {}
 */
export function readSchemeFolder(
  files: readonly FileText[],
  options: FolderOptions = {},
): FolderResult {
  const step = tried(readStep(mainOf(files, options.main), files, options, []), options.trial ?? [])
  const read = step.tree
    ? decodeScheme(step.tree, step.problems)
    : { problems: [], places: new Map<string, Span>() }
  const { readings, chosen } = step
  return {
    ...answer(
      { ...read, problems: [...step.problems, ...read.problems] },
      step.tree,
      options.language,
    ),
    readings,
    chosen,
  }
}
