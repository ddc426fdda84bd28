import { type Endpoint, endpoints } from '@kaohe/contract'
import { accountRoles, policies, type Policy, type Relation, type Role, roles } from '@kaohe/domain'

const RELATIONS: Readonly<Record<Relation, string>> = {
  own: '本组织',
  below: '下级',
  above: '上级',
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

function nameRoles(held: readonly Role[]): string {
  if (accountRoles.every((role) => held.includes(role))) return '所有岗位'
  return held.map((role) => roles[role].name).join('；')
}

const keyOf = ({ path, method }: Endpoint): string => `${path} ${method}`

function whatIs(act: string): string {
  const found = endpoints.filter(({ endpoint }) => endpoint.act === act)
  // Modules list their members in an order of their own.
  const sorted = found.toSorted((a, b) => (keyOf(a.endpoint) < keyOf(b.endpoint) ? -1 : 1))
  return sorted.map(({ endpoint: { summary } }) => summary).join('<br>')
}

function rowOf({ act, roles: held, relations }: Policy): string {
  const whose = relations.map((relation) => RELATIONS[relation]).join('、')
  return `| \`${act}\` | ${cell(whatIs(act))} | ${nameRoles(held)} | ${whose} |`
}

/** The page that says who may do what, out of the table of roles, the policies and the endpoints. */
export function rolesPage(): string {
  const people = Object.entries(roles).map(
    ([role, { name, account }]) => `| ${name} | \`${role}\` | ${account ? '有' : '没有，凭链接'} |`,
  )
  return [
    '# 谁可以做什么',
    '',
    '本页由 `npm run generate` 从 `packages/domain` 的岗位表、各室的 `policies.ts` 和 `packages/contract` 的接口生成。没有列出的，一律不可以；不可以和不存在，看起来一样。',
    '',
    '## 岗位',
    '',
    '| 岗位 | 程序里 | 账户 |',
    '|---|---|---|',
    ...people,
    '',
    '一个人可以有几个岗位，各有起止日期，换岗位不必重新登录。岗位由安全保密管理员授予，没有人能给自己授予；持有人可以把岗位委托给本组织的同事，最长 92 天，不能转托。',
    '',
    '系统管理员、安全保密管理员、安全审计员（三员）由三个人担任，同一天里既不互兼，也不兼业务岗位；数据库的约束保证这一点。三员登录要两个因素，他们的岗位不能委托，也不能给程序用。忘记密码由系统管理员重发邀请，丢了动态码由安全保密管理员准许重设：谁也不能独自以别人的名义登录。',
    '',
    '## 权限',
    '',
    '“对谁的”是对象所属的组织，从岗位所在的组织看过去；兄弟单位和别的系统的，谁也不可以。',
    '',
    '| 权限 | 做什么 | 岗位 | 对谁的 |',
    '|---|---|---|---|',
    ...policies.map((policy) => rowOf(policy)),
    '',
  ].join('\n')
}
