import type { Answer, identity } from '@kaohe/contract'
import { type Role, roles } from '@kaohe/domain'
import { demoSystems } from './systems.ts'

/** One password for all of the demonstration; it is shown on the sign-in page. */
export const DEMO_PASSWORD = 'kaohe-demo'

interface Cast {
  readonly role: Role
  readonly name: string
  /** At the committee that assesses, at the first unit that it assesses, or at the first below that. */
  readonly at: 'committee' | 'unit' | 'subordinate'
}

/** Who plays which role, in each system. All names are invented. */
export const cast: readonly Cast[] = [
  { role: 'organiser', name: '周敏', at: 'committee' },
  { role: 'department-head', name: '吴健', at: 'committee' },
  { role: 'department-reviewer', name: '郑悦', at: 'committee' },
  { role: 'vice-secretary', name: '王岚', at: 'committee' },
  { role: 'ratifier', name: '冯毅', at: 'committee' },
  { role: 'inspector', name: '陈曦', at: 'committee' },
  { role: 'survey-agency', name: '褚宁', at: 'committee' },
  { role: 'interviewer', name: '卫青', at: 'committee' },
  { role: 'system-administrator', name: '蒋涛', at: 'committee' },
  { role: 'security-administrator', name: '沈静', at: 'committee' },
  { role: 'audit-administrator', name: '韩磊', at: 'committee' },
  { role: 'observer', name: '杨帆', at: 'committee' },
  { role: 'unit-clerk', name: '朱琳', at: 'unit' },
  { role: 'unit-head', name: '秦川', at: 'unit' },
  { role: 'subordinate-clerk', name: '尤佳', at: 'subordinate' },
]

export const loginOf = (system: string, role: Role): string => `${system}-${role}`

/** What the sign-in page offers. */
export function demoAccounts(): Answer<typeof identity.welcome>['demo'] {
  return demoSystems.flatMap(({ key, committee }) =>
    cast.map(({ role, name, at }) => ({
      login: loginOf(key, role),
      name,
      role: roles[role].name,
      org: {
        committee,
        unit: `${committee}的考核对象`,
        subordinate: `${committee}考核对象或其下级`,
      }[at],
    })),
  )
}
