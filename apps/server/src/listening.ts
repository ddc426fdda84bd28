import { createServer, type Server } from 'node:net'
import type { Settings } from './settings.ts'

type Place = Pick<Settings, 'host' | 'port'>

// What whoever starts the server can do about it.
function cure(code: string | undefined, { host, port }: Place): string | undefined {
  if (code === 'EADDRINUSE')
    return `${host}:${port} 已经有程序在用。考核也许已经在运行，可以打开 http://${host}:${port}/ 看看；不是的话，换一个端口启动，例如 PORT=${port + 1}`
  if (code === 'EACCES')
    return `没有权限使用端口 ${port}（小于 1024 的要管理员权限），请用 PORT 换一个大的`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `这台机器没有地址 ${host}，请改正 HOST`
  return undefined
}

/**
 * Waits until a server listens.
 * @throws Error that says in Chinese why it cannot, and what to do
 */
export function untilListening<S extends Server>(server: S, place: Place): Promise<S> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) => {
      const said = cure(error.code, place)
      reject(said === undefined ? error : new Error(said, { cause: error }))
    })
  })
}

/** Tries the place for a moment: a demonstration is not loaded for a server that then cannot listen. */
export async function tryListening(place: Place): Promise<void> {
  const server = createServer()
  const trying = untilListening(server, place)
  server.listen(place.port, place.host)
  await trying
  await new Promise((resolve) => server.close(resolve))
}
