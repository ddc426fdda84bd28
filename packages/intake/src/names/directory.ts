import type { Unit } from '@kaohe/engine'
import { fault, type Reading, read, refuse, say, warning } from '../report/index.ts'
import { fold, tidy } from '../value/clean.ts'
import { nearestOf } from './nearest.ts'

const LISTED = 4
/** Beyond so many unknown names the reading has failed and none is listed any more: nothing is guessed for them. */
const MOST_GUESSES = 1000

function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (const c of long) if (c === short[at]) at += 1
  return at === short.length
}

/** The units of a reading, found by identifier, name, short name or former name. */
export class Directory {
  readonly #units = new Map<string, Unit>()
  readonly #words = new Map<string, Set<Unit>>()
  readonly #former = new Set<string>()
  readonly #known = new Map<string, Reading<Unit>>()
  #unknown = 0

  get units(): readonly Unit[] {
    return [...this.#units.values()]
  }

  byId(id: string): Unit | undefined {
    return this.#units.get(id)
  }

  add(unit: Unit, otherNames: readonly string[] = []): void {
    this.#units.set(unit.id, unit)
    this.#known.clear()
    for (const word of [unit.name, ...otherNames]) this.alias(unit, word)
  }

  /** Lets the unit be found by another name too. */
  alias(unit: Unit, name: string): void {
    const word = fold(name)
    if (word === '') return
    this.#words.set(word, (this.#words.get(word) ?? new Set()).add(unit))
    this.#known.clear()
  }

  /** Lets the unit be found by the name of one that went over into it (沿革). */
  former(unit: Unit, name: string): void {
    this.alias(unit, name)
    if (fold(name) !== '') this.#former.add(fold(name))
  }

  /** True when a unit has exactly this identifier or name. */
  knows(text: string): boolean {
    return this.#units.has(text) || this.#words.has(fold(text))
  }

  /** @returns The unit, with a warning when it was found by anything but its identifier or full name. */
  find(text: string): Reading<Unit> {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const reading = this.#search(tidy(text))
    this.#known.set(text, reading)
    return reading
  }

  #search(text: string): Reading<Unit> {
    const byId = this.#units.get(text)
    if (byId !== undefined) return read(byId)
    const wanted = fold(text)
    const exact = [...(this.#words.get(wanted) ?? [])]
    const guesses = this.#unknown < MOST_GUESSES
    const found = exact.length > 0 || !guesses ? exact : this.#similar(wanted)
    const [unit] = found
    if (unit === undefined) return this.#refuseUnknown(text, guesses)
    if (found.length > 1) return this.#ambiguous(text, found)
    if (fold(unit.name) === wanted) return read(unit)
    if (exact.length > 0 && this.#former.has(wanted))
      return read(unit, [
        warning(
          'former-unit',
          say(
            `按沿革，这是“${unit.name}”的原单位，记在“${unit.name}”名下`,
            `by 沿革 this is a former unit of “${unit.name}”, to which it is put down`,
          ),
          { found: text },
        ),
      ])
    return read(unit, [
      warning(
        'other-name',
        say(`不是全称，读作“${unit.name}”`, `not the full name; read as “${unit.name}”`),
        { found: text },
      ),
    ])
  }

  #similar(wanted: string): readonly Unit[] {
    if ([...wanted].length < 2) return []
    const words = [...this.#words]
    const pick = (test: (word: string) => boolean): Unit[] => [
      ...new Set(words.filter(([word]) => test(word)).flatMap(([, units]) => [...units])),
    ]
    const inside = pick((word) => word.includes(wanted))
    if (inside.length > 0) return inside
    const around = pick((word) => [...word].length > 2 && wanted.endsWith(word))
    if (around.length > 0) return around
    return pick((word) => word[0] === wanted[0] && isSubsequence(wanted, word))
  }

  #refuseUnknown(text: string, guesses: boolean): Reading<Unit> {
    this.#unknown += 1
    const names = guesses ? [...this.#units.values()].flatMap((u) => [u.name, u.id]) : []
    const nearest = nearestOf(text, names)
    const expected = say('应是“单位”表里的编号或名称', 'an identifier or name of the sheet 单位')
    return refuse(
      fault('unknown-unit', say('没有这个单位', 'no such unit'), {
        found: text,
        expected,
        ...(nearest === undefined ? {} : { nearest }),
      }),
    )
  }

  #ambiguous(text: string, found: readonly Unit[]): Reading<Unit> {
    const names =
      found
        .slice(0, LISTED)
        .map((u) => `${u.name}（${u.id}）`)
        .join('、') + (found.length > LISTED ? '……' : '')
    const expected = say('请写全称或编号', 'write the full name or the identifier')
    return refuse(
      fault('ambiguous-unit', say(`可以是${names}`, `may be ${names}`), { found: text, expected }),
    )
  }
}
