// What to do, decided from values only, so that every case can be tested without a machine to match.

const OLDEST_NODE = 24

/** Platforms whose Node is pinned in package.json and arrives with the dependencies. */
const PINNED_PLATFORMS = ['linux-x64', 'linux-arm64']

/**
 * @param {{platform: string, arch: string, version: string}} machine
 * @returns {{pinned: boolean, problem?: string}}
 */
export function chooseNode({ platform, arch, version }) {
  if (PINNED_PLATFORMS.includes(`${platform}-${arch}`)) return { pinned: true }
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return { pinned: false }
  const problem = `本项目在 ${platform}-${arch} 上不自带 Node：请先安装 Node ${OLDEST_NODE} 或更新版本（当前 ${version}）。`
  return { pinned: false, problem }
}

/**
 * Why dependencies must be installed now, or undefined when they are as the lockfile says.
 * @param {{installed: boolean, lockHash: string, recordedHash: string | undefined}} state
 * @returns {string | undefined}
 */
export function installReason({ installed, lockHash, recordedHash }) {
  if (!installed) return '尚未安装依赖'
  if (recordedHash === undefined) return '上次安装没有完成'
  if (recordedHash !== lockHash) return '依赖清单有变化'
  return undefined
}
