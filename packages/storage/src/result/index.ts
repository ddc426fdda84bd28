export { type Content, contentOf, type ContentUnit, type PastOutcome } from './content.ts'
export {
  changeObjection,
  findObjection,
  insertObjection,
  objectionsIn,
  objectionsOf,
  type StoredObjection,
  worksAt,
} from './objections.ts'
export {
  changePublicity,
  findPublicity,
  insertPublicity,
  publicitiesForUnits,
  publicitiesIn,
  publicityByLink,
  type StoredPublicity,
} from './publicity.ts'
export {
  detailsOf,
  insertTemplate,
  leadersOf,
  putDetail,
  removeTemplate,
  type StoredDetail,
  type StoredTemplate,
  templatesOf,
} from './papers.ts'
export {
  findRelease,
  insertReleases,
  releasedTo,
  releasesOf,
  standingRelease,
  type StoredRelease,
  withdrawReleases,
} from './releases.ts'
export { insertResolution, resolutionsOn, type StoredResolution } from './resolutions.ts'
export {
  findSnapshot,
  insertSnapshot,
  type Ratified,
  ratifySnapshot,
  snapshotsOf,
  type StoredSnapshot,
} from './snapshots.ts'
export {
  findSuggestion,
  insertSuggestion,
  settleSuggestion,
  type StoredSuggestion,
  suggestionsIn,
  suggestionsOf,
} from './suggestions.ts'
export { comprehensiveOn, type StoredComprehensive, writeComprehensive } from './comprehensive.ts'
