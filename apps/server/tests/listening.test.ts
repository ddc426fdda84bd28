import { createServer, type AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { tryListening, untilListening } from '../src/listening.ts'

const HOST = '127.0.0.1'

it('leaves the place free again when it could be had', async () => {
  const server = createServer()
  server.listen(0, HOST)
  await untilListening(server, { host: HOST, port: 0 })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  await tryListening({ host: HOST, port })
  await expect(tryListening({ host: HOST, port })).resolves.toBeUndefined()
})

it('says who may hold the port, and how to take another', async () => {
  const server = createServer()
  server.listen(0, HOST)
  await untilListening(server, { host: HOST, port: 0 })
  const { port } = server.address() as AddressInfo
  await expect(tryListening({ host: HOST, port })).rejects.toThrow(
    `${HOST}:${port} 已经有程序在用。考核也许已经在运行，可以打开 http://${HOST}:${port}/ 看看；不是的话，换一个端口启动，例如 PORT=${port + 1}`,
  )
  await new Promise((resolve) => server.close(resolve))
})

it('says that an address is of another machine', async () => {
  await expect(tryListening({ host: '192.0.2.1', port: 0 })).rejects.toThrow(
    '这台机器没有地址 192.0.2.1，请改正 HOST',
  )
})
