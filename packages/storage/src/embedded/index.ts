export { type Account, pickAccount, serverAccount } from './account.ts'
export { runnableBinaries } from './binaries.ts'
export { type Cluster, openCluster } from './cluster.ts'
export { AlreadyOwned } from './owner.ts'
