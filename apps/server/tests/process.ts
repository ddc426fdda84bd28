/** The whole product as processes of their own, as it is started in earnest. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

export interface Product {
  readonly at: string
  readonly child: ChildProcess
  /** Sends SIGTERM. @returns the exit code */
  terminate(): Promise<number | null>
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)))
}

/** Starts the server and waits until it says where it listens. @throws Error with what it said when it ends before */
export function startProduct(env: NodeJS.ProcessEnv): Promise<Product> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'fatal', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const terminate = (): Promise<number | null> => {
    child.kill('SIGTERM')
    return ended(child)
  }
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (data: Buffer): void => {
      said += data.toString()
      const at = /考核已启动：(http:\/\/[^/]+)\//.exec(said)?.[1]
      if (at !== undefined) resolve({ at, child, terminate })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)))
  })
}

export interface Reply {
  readonly status: number
  // What comes back is looked at by tests, each of which knows its shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any
  readonly cookie: string | undefined
}

/** Asks a product, with headers such as a cookie. */
export async function askProduct(
  at: string,
  path: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const init: RequestInit = { headers: { 'Content-Type': 'application/json', ...headers } }
  if (body !== undefined) Object.assign(init, { method: 'POST', body: JSON.stringify(body) })
  const answer = await fetch(`${at}/api${path}`, init)
  const text = await answer.text()
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0]
  return { status: answer.status, json: text === '' ? undefined : JSON.parse(text), cookie }
}

/** Sets an empty product up. @returns the cookie of its organiser, and his organisation */
export async function setUp(
  at: string,
): Promise<{ readonly cookie: string; readonly org: string }> {
  const own = { name: '共青团测试市委员会', kind: '市团委' }
  const people = { system: '甲一', security: '乙二', audit: '丙三', organiser: '丁四' }
  const made = await askProduct(at, '/set-up/organisation', { ...own, ...people })
  const { token } = made.json.slips[3] as { token: string }
  const password = 'four quiet hills'
  const { cookie = '' } = await askProduct(at, '/invitations/accept', { token, password })
  const units = await askProduct(at, '/units', undefined, { cookie })
  return { cookie, org: units.json.units[0].id as string }
}
