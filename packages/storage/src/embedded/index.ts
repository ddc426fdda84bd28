export { type Account, pickAccount, serverAccount } from './account.ts'
export { runnableBinaries } from './binaries.ts'
export { AlreadyOwned, type Cluster, openCluster } from './cluster.ts'
