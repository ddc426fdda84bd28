/** A process of its own that holds the cluster below its argument until it is killed or told to stop. */
import { AlreadyOwned, openCluster } from '@kaohe/storage'

try {
  const cluster = await openCluster(process.argv[2]!)
  console.log(cluster.attached ? 'attached' : 'started')
  process.on('SIGTERM', () => void cluster.stop().then(() => process.exit(0)))
  setInterval(() => {}, 1000)
} catch (error) {
  console.log(error instanceof AlreadyOwned ? error.message : String(error))
  process.exit(3)
}
