export { headingsOf, type Heading, IMPORT_COLUMNS } from './headings.ts'
export { planImport } from './plan.ts'
export type {
  ImportCell,
  ImportFault,
  ImportPlan,
  ImportRow,
  ImportSheet,
  ImportTree,
  ImportUnit,
  UnitAdded,
  UnitChanged,
} from './types.ts'
