export { sayDeciders, type Said } from './deciders.ts'
export { type Due, deadlineOf, duesOf, momentOf, monthlyDay, type ReportDeadline } from './dues.ts'
export { fills, type Side, sideOf } from './fills.ts'
export { type Grille, type GrilleRow, grillesOf } from './grilles.ts'
export {
  aloneBefore,
  type Before,
  beforesOf,
  type Came,
  previousFor,
  type YearBefore,
  yearOn,
} from './previous.ts'
export { placedUnits } from './placed.ts'
export {
  type AskedCell,
  type Elsewhere,
  inputsBelow,
  levelSheetOf,
  type WorksheetItem,
  worksheetOf,
} from './worksheet.ts'
