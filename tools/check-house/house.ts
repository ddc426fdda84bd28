/**
 * The house, as tables. This is the file to edit when the house changes; docs/house.md says it in words.
 */
export interface Floor {
  /** A folder below the root, for instance packages/engine. */
  readonly folder: string
  /** The packages of ours that its source may import. */
  readonly ours: readonly string[]
  /** What else its source may import: names of npm packages, node:* for Node's own, or anything. */
  readonly outside: readonly string[] | 'anything'
  /** Pure: no clock, no chance, no input or output; and small files. */
  readonly pure: boolean
  /** From left to right; rooms in one row stand beside each other and do not see each other. */
  readonly rooms?: readonly (readonly string[])[]
}

export const floors: readonly Floor[] = [
  {
    folder: 'packages/engine',
    ours: [],
    outside: [],
    pure: true,
    rooms: [
      ['number'],
      ['syntax'],
      ['shape'],
      ['model'],
      ['core'],
      ['kinds'],
      ['modify', 'combine', 'order'],
      ['compile'],
      ['evaluate'],
      ['proof'],
      ['bounds', 'kernel', 'sql'],
    ],
  },
  { folder: 'packages/glossary', ours: [], outside: [], pure: true },
  { folder: 'packages/checker', ours: [], outside: [], pure: true },
  {
    folder: 'packages/scheme',
    ours: ['@kaohe/engine'],
    outside: ['yaml'],
    pure: true,
  },
  {
    folder: 'packages/documents',
    ours: ['@kaohe/engine', '@kaohe/scheme', '@kaohe/glossary'],
    outside: 'anything',
    pure: false,
  },
  {
    folder: 'packages/intake',
    // It reads the workbooks that documents lays out: one layout for both.
    ours: ['@kaohe/engine', '@kaohe/scheme', '@kaohe/documents'],
    outside: 'anything',
    pure: false,
  },
  {
    folder: 'packages/bundle',
    // A result as files, computed again from what stands in them; in a browser too.
    ours: ['@kaohe/engine', '@kaohe/scheme', '@kaohe/documents', '@kaohe/intake'],
    outside: ['fflate'],
    pure: true,
  },
  { folder: 'packages/log', ours: [], outside: [], pure: true },
  // Documents as text of the typesetter to PDF, with fonts; what stands in them it does not know.
  { folder: 'packages/typeset', ours: [], outside: 'anything', pure: false },
  {
    folder: 'packages/domain',
    ours: ['@kaohe/engine', '@kaohe/scheme'],
    outside: [],
    pure: true,
    rooms: [
      ['access'],
      ['organisation'],
      ['planning'],
      ['reporting'],
      ['review'],
      ['result'],
      ['followup'],
      ['jobs'],
      ['messages'],
    ],
  },
  { folder: 'packages/contract', ours: [], outside: ['zod'], pure: true },
  {
    folder: 'packages/storage',
    ours: ['@kaohe/domain', '@kaohe/log'],
    outside: 'anything',
    pure: false,
  },
  {
    folder: 'apps/server',
    ours: [
      '@kaohe/bundle',
      '@kaohe/contract',
      '@kaohe/documents',
      '@kaohe/domain',
      '@kaohe/engine',
      '@kaohe/intake',
      '@kaohe/log',
      '@kaohe/scheme',
      '@kaohe/storage',
      '@kaohe/typeset',
    ],
    outside: 'anything',
    pure: false,
  },
  // Shapes of the contract only: what it shows comes over HTTP.
  { folder: 'apps/web', ours: ['@kaohe/contract'], outside: 'anything', pure: false },
  // The page that checks a bundle: it knows no server.
  {
    folder: 'apps/verifier',
    ours: ['@kaohe/bundle', '@kaohe/checker'],
    outside: 'anything',
    pure: false,
  },
  {
    folder: 'apps/cli',
    ours: [
      '@kaohe/bundle',
      '@kaohe/engine',
      '@kaohe/glossary',
      '@kaohe/checker',
      '@kaohe/scheme',
      '@kaohe/documents',
      '@kaohe/intake',
    ],
    outside: 'anything',
    pure: false,
  },
]

/** Lines a file may have, at most; and the median and 90th percentile we look at. */
export const sizes = {
  pure: { most: 300, median: 50, p90: 150 },
  other: { most: 400, median: 70, p90: 200 },
} as const

/** Scores are exact: in these folders no binary floating point, but for the exceptions with their reasons. */
export const exactFolders: readonly string[] = ['packages/engine/src', 'packages/scheme/src']

export interface Exception {
  readonly path: string
  readonly reason: string
}

export const floatingPointAllowed: readonly Exception[] = [
  {
    path: 'packages/engine/src/kernel/',
    reason:
      'the columnar kernel works on machine numbers, and tests hold it against exact evaluation',
  },
]
