import { run } from './run.ts'
import { readSettings } from './settings.ts'

const running = await run(readSettings(process.env, process.argv.slice(2)))
if (running.setUp !== undefined) console.log(`系统是空的，请打开这个链接建立：${running.setUp}`)
console.log(`考核已启动：${running.address}（按 Ctrl-C 停止）`)

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await running.stop()
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
