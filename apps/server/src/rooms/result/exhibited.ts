import type { Content, ContentVerdict } from '@kaohe/storage'

const NAMES: Readonly<Record<ContentVerdict['verdict'], string>> = {
  accepted: '采信',
  returned: '退回',
  doubtful: '存疑',
}

/** The evidence that lay beside marks, with what was found of it: told in the proof, never counted. */
export class Exhibited {
  readonly #said: ReadonlyMap<string, readonly string[]>

  constructor({ verdicts = [] }: Pick<Content, 'verdicts'>) {
    const grouped = Map.groupBy(verdicts, ({ unit, item }) => `${unit}/${item}`)
    this.#said = new Map(
      [...grouped].map(([place, all]) => [
        place,
        all.map(({ name, verdict }) => `${name}（${NAMES[verdict]}）`),
      ]),
    )
  }

  /** @param item the item that is marked, whole */
  of(unit: string, item: string): readonly string[] {
    return this.#said.get(`${unit}/${item}`) ?? []
  }
}
