export { AlreadyOwned, type Cluster, openCluster } from './cluster.ts'
