import { type Fold, type Node, type Piece, type RowInput, wholeIn } from '../core/index.ts'
import type { Data, FoldReading, FoldRow } from '../evaluate/index.ts'
import { readFold } from '../evaluate/index.ts'
import { type Scope, sayQuantity } from '../compile/index.ts'
import type { AttributeDeclaration, Unit, Value } from '../model/index.ts'
import { formatRational } from '../number/index.ts'
import { sayProofValue } from './line.ts'
import type { FoldProof, ProofPiece, RowProof, RowStep } from './proof.ts'
import { writeEnd, writeValue } from './write.ts'

/** A reported value as text. */
export function writeReported(value: Value): string {
  if ('number' in value) return formatRational(value.number)
  if ('truth' in value) return value.truth ? '是' : '否'
  if ('na' in value) return '不适用'
  return 'word' in value ? value.word : 'date' in value ? value.date : value.text
}

export function writePiece(piece: Piece, then: number | null): ProofPiece {
  return {
    from: writeEnd(piece.from),
    fromInclusive: piece.fromInclusive,
    to: writeEnd(piece.to),
    toInclusive: piece.toInclusive,
    then,
  }
}

function inputName(input: RowInput): string {
  return input.from === 'attribute'
    ? input.attribute
    : input.from === 'fact'
      ? input.fact
      : input.from === 'fold' && input.fold.over.rows === 'events'
        ? input.fold.over.event
        : input.from
}

function rowStep(node: Node, rows: Fold['rows']): RowStep {
  switch (node.op) {
    case 'constant':
      return { op: 'constant', value: formatRational(node.value) }
    case 'input':
      return {
        op: 'input',
        input: node.input,
        name: inputName(rows.inputs[node.input] as RowInput),
      }
    case 'piecewise':
      return {
        op: 'piecewise',
        of: node.of,
        whole: wholeIn(rows, node.of),
        pieces: node.pieces.map((p) => writePiece(p, p.then)),
      }
    case 'round':
      return {
        op: 'round',
        of: node.of,
        to: formatRational(node.rounding.to),
        mode: node.rounding.mode,
      }
    case 'quotient':
      return { op: 'quotient', of: node.of, by: node.by }
    default:
      return { op: node.op, of: node.of }
  }
}

function keyOf(row: FoldRow, fold: Fold): (string | null)[] {
  return (fold.once?.by ?? []).map((attribute) => {
    const value = row.event?.attributes[attribute]
    return value === undefined ? null : writeReported(value)
  })
}

const FEW_FLAGS = 2

// Of many flags only those that hold are said: a list of what is not so would bury them.
function buried(row: FoldRow, declared: readonly AttributeDeclaration[]): ReadonlySet<string> {
  const values = declared.map(({ id }) => ({ id, value: row.event?.attributes[id] }))
  const flags = values.filter(({ value }) => value !== undefined && 'truth' in value)
  if (flags.length <= FEW_FLAGS) return new Set()
  const down = flags.filter(({ value }) => value && 'truth' in value && !value.truth)
  return new Set(down.map(({ id }) => id))
}

function aboutRow(row: FoldRow, declared: readonly AttributeDeclaration[]): string[] {
  const left = buried(row, declared)
  return declared.filter(({ id }) => !left.has(id)).flatMap((one) => sayAttribute(one, row))
}

// What the events of a subordinate unit come to.
function aboutFolds(row: FoldRow, fold: Fold, scope: Scope): string[] {
  return fold.rows.inputs.flatMap((input, i) => {
    const value = row.inputs[i]
    if (input.from !== 'fold' || value === undefined) return []
    const unit = input.fold.how.as === 'count' ? '次' : ''
    return [`${foldName(input.fold, scope)} ${sayProofValue(writeValue(value), unit)}`]
  })
}

function sayAttribute({ id, name, unit }: AttributeDeclaration, row: FoldRow): string[] {
  const value = row.event?.attributes[id]
  if (value === undefined) return []
  const said = 'number' in value ? sayQuantity(value.number, unit ?? '') : writeReported(value)
  return [`${name} ${said}`]
}

function foldsOf({ unit }: FoldRow, fold: Fold, from: From): Pick<RowProof, 'folds'> {
  const folds = fold.rows.inputs.flatMap((input, i) =>
    input.from === 'fold' && unit !== undefined
      ? [{ input: i, fold: proveFold(input.fold, unit, from.data, from.scope) }]
      : [],
  )
  return folds.length === 0 ? {} : { folds }
}

interface From {
  readonly data: Data
  readonly scope: Scope
}

function writeRow(row: FoldRow, fold: Fold, reading: FoldReading, from: From): RowProof {
  const { scope } = from
  const declared = fold.over.rows === 'events' ? scope.event(fold.over.event)?.attributes : []
  const source = row.event ?? row.facts.find((f) => f !== undefined)
  return {
    id: row.event?.id ?? row.unit?.id ?? '',
    name: row.unit?.name ?? '',
    date: row.event?.date ?? null,
    origin: source?.origin ?? null,
    evidence: source?.evidence ?? [],
    about: [...aboutRow(row, declared ?? []), ...aboutFolds(row, fold, scope)],
    key: keyOf(row, fold),
    exempt: row.exempt,
    inputs: row.inputs.map(writeValue),
    ...foldsOf(row, fold, from),
    kept: writeValue(row.kept),
    value: writeValue(row.value),
    counted: reading.counted.some((c) => c.event === row.event && c.unit === row.unit),
  }
}

function foldName({ over }: Fold, scope: Scope): string {
  if (over.rows === 'units') return scope.nameOf('level', over.level)
  const name = scope.nameOf('event', over.event)
  return over.period === null ? name : `${scope.sayPeriod(over.period)}${name}`
}

/** A fold with all its rows: the events that scored, or the subordinate units that decided it. */
export function proveFold(fold: Fold, unit: Unit, data: Data, scope: Scope): FoldProof {
  const reading = readFold(fold, unit, data)
  const { over } = fold
  return {
    over: over.rows === 'events' ? over.event : over.level,
    name: foldName(fold, scope),
    how: fold.how.as,
    drop: fold.how.as === 'trimmed' ? fold.how.drop : 0,
    empty: fold.empty,
    complete: reading.complete,
    any: writeValue(reading.any),
    once: fold.once,
    program: fold.rows.nodes.map((node) => rowStep(node, fold.rows)),
    where: fold.where,
    rowValue: fold.value,
    rows: reading.rows.map((row) => writeRow(row, fold, reading, { data, scope })),
  }
}
