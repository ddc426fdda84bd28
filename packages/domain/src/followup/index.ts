export { firstFall } from './hinges.ts'
export { carriedBy, type Earlier, earlierOf, withForebears } from './lineage.ts'
export { type Nearest, nearestOf, type Robustness, robustnessOf, type Stood } from './margin.ts'
export {
  deciderOf,
  fromLine,
  leftToPeople,
  ofThisYear,
  refuseAdoption,
  stepOf,
} from './proposals.ts'
export { type MeasureState, refuseClosing, refuseStep } from './tracking.ts'
