/** What papers about a result are made of: plain data of a frozen result. Points are texts, for they are exact. */
export interface Told {
  readonly office: Office
  /** Those that the paper is about; one for a paper of one unit. */
  readonly units: readonly ToldUnit[]
  /** Grades of the scheme, the best first. */
  readonly grades: readonly string[]
  /** Whether ranks are told to all. */
  readonly ranking: boolean
}

/** Who speaks, of what, and when. */
export interface Office {
  readonly issuer: string
  /** The year that was assessed: 2023年度考核. */
  readonly title: string
  /** By whom, when and under which number; null before it is ratified. */
  readonly ratified: {
    readonly body: string
    readonly on: string
    readonly number: string | null
  } | null
  readonly number: string
  readonly signedOn: string
  /** Who gets a copy; empty where nobody does. */
  readonly copies: string
  /** Whom to ask; empty where that is not said. */
  readonly contact: string
  /** Across every page: what may not leave the office. */
  readonly mark: string | null
}

/** One unit. What may not be told is null, and then it is nowhere in the paper. */
export interface ToldUnit {
  readonly name: string
  /** Whom a letter about it is for. */
  readonly leader: string
  /** Why it takes no part; null where it does. */
  readonly out: string | null
  readonly grade: string | null
  /** What the grade was by the points, where a meeting put another in its place. */
  readonly computedGrade?: string
  readonly total: string | null
  /** What the total may be at most, where that is one number. */
  readonly full: string | null
  readonly rank: Rank | null
  readonly categories: readonly ToldCategory[] | null
  readonly sources: readonly ToldPart[] | null
  /** From what all units begin with to the total, step by step; null where a step is not known. */
  readonly steps: readonly ToldStep[] | null
  readonly comment: string | null
  /** Commendations that follow. */
  readonly commended: readonly string[]
}

export interface Rank {
  readonly at: number
  readonly of: number
  /** Those ranked together, where not all are: 镇街团委. */
  readonly among: string | null
}

export interface ToldPart {
  readonly name: string
  readonly points: string
  readonly full: string | null
  /** `60%`; null where it is simply added. */
  readonly weight: string | null
}

export interface ToldCategory extends ToldPart {
  readonly items: readonly ToldItem[]
}

export interface ToldItem {
  readonly clause: string | null
  readonly name: string
  readonly points: string
  readonly full: string | null
  /** What it lost of its full points, or took off; null where it lost nothing. */
  readonly lost: string | null
  readonly lines: readonly string[]
}

export interface ToldStep {
  readonly name: string
  /** `-2.5`, `+10`; the first and the last have none. */
  readonly change: string | null
  readonly to: string
}
