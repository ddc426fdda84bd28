export * from './import/index.ts'
export { type Descent, type EngineLineage, lineageForEngine, standingFor } from './lineage.ts'
export { type Dated, datedChange, movedPath, refuseEnd, refuseMove, type Standing } from './tree.ts'
