/** The planted bug: a commit that was not answered counts as one that was. Loaded with --import. */
import { planted } from '../planting/planted.ts'

planted([
  {
    where: '/packages/storage/src/lines/line.ts',
    right: 'throw ofCommit(error)',
    wrong: "return { command: 'COMMIT' }",
  },
])
