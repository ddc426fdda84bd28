export { REST, UNSETTLED } from './choose.ts'
export type { FileText } from './files.ts'
export {
  type FolderOptions,
  type FolderResult,
  type TrialChange,
  readSchemeFolder,
} from './folder.ts'
export {
  type Edit,
  type Reading,
  type ReadingOption,
  type Readings,
  readingsShape,
} from './shapes.ts'
