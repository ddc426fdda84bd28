export { type Counted, lastDay, type Span, workdaysAfter } from './counting.ts'
export {
  closesAt,
  type Figure,
  type Figures,
  figuresOf,
  type ObjectionState,
  refuseFiling,
  refuseRuling,
  type Ruling,
} from './objections.ts'
export { refuseConsent } from './publicity.ts'
export { type Margin, type Margins, marginsOf } from './margins.ts'
export { type Movable, type Outlook, type Swing, swingsOf } from './swings.ts'
