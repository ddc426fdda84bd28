import { existsSync } from 'node:fs'
import { backup, openCluster, restore, runningUrl } from '@kaohe/storage'

/** Where the installation is that is saved or restored. */
export interface Installation {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
}

interface Reached {
  readonly url: string
  leave(): Promise<void>
}

const stay = async (): Promise<void> => {}

// A server that runs is not disturbed; one that does not is started for the while.
async function reach({ dataDir, databaseUrl }: Installation, beside: boolean): Promise<Reached> {
  if (databaseUrl !== undefined) return { url: databaseUrl, leave: stay }
  const running = beside ? await runningUrl(dataDir) : undefined
  if (running !== undefined) return { url: running, leave: stay }
  const cluster = await openCluster(dataDir)
  return { url: cluster.url, leave: () => cluster.stop() }
}

/** Saves an installation into one file. @returns what to tell the administrator */
export async function backUp(
  installation: Installation,
  file: string,
  withKeys: boolean,
): Promise<string> {
  if (existsSync(file)) throw new Error(`${file} 已经存在；请换一个文件名，旧备份不会被覆盖`)
  const { dataDir } = installation
  const { url, leave } = await reach(installation, true)
  try {
    const { tables, files } = await backup({ url, dataDir, file, withKeys, now: new Date() })
    const keys = withKeys
      ? '含密钥：请像保管密码一样保管它'
      : '不含密钥（keys 文件夹请另行保管；没有它，恢复后日志换新钥签名，第二因素要重新设置）'
    return `已备份到 ${file}：${tables} 张表，${files} 个文件；${keys}`
  } finally {
    await leave()
  }
}

/** Restores a file into an empty installation. @returns what to tell the administrator */
export async function bringBack(installation: Installation, file: string): Promise<string> {
  if (!existsSync(file)) throw new Error(`没有找到 ${file}`)
  const { dataDir } = installation
  const { url, leave } = await reach(installation, false)
  try {
    const { at, tables, files, keys } = await restore({ url, dataDir, file })
    const note = keys ? '密钥也已恢复' : '密钥不在备份里，请先放回 keys 文件夹再启动'
    return `已恢复到 ${at} 的样子：${tables} 张表，${files} 个文件；${note}`
  } finally {
    await leave()
  }
}
