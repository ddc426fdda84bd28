export { type Account, pickAccount, serverAccount } from './account.ts'
export { runnableBinaries } from './binaries.ts'
export { type Cluster, openCluster, runningUrl } from './cluster.ts'
export { AlreadyOwned } from './owner.ts'
