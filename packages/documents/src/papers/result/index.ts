export type { PaperKind } from './kind.ts'
export { papers } from './list.ts'
export { scoreBook } from './score-book.ts'
export type {
  Office,
  Rank,
  Told,
  ToldCategory,
  ToldItem,
  ToldPart,
  ToldStep,
  ToldUnit,
} from './told.ts'
