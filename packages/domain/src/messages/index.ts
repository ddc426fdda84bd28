export {
  type Gathering,
  gatherings,
  kindsFor,
  type MessageChoice,
  type OutsideChannel,
  outsideChannels,
  type QuietHours,
  usualChoice,
} from './choice.ts'
export { type Digest, digestOf, isHarmless } from './digest.ts'
export { allMessageKinds, isMessageKind, type MessageKind, messageKinds } from './kinds.ts'
export { type DueStage, dueOn, type Near, nearDeadline, type Unfinished } from './near.ts'
export { afterQuiet, outAt, tomorrowAt } from './quiet.ts'
export { type NearWork, nearWork } from './near-work.ts'
