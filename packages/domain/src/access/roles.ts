/**
 * The one table of roles. Those without an account act by a private link and have no post.
 * Its rows are counted by tests and by the documents.
 */
export const roles = {
  organiser: { name: '组织部', account: true },
  'department-head': { name: '牵头部门负责人', account: true },
  'department-reviewer': { name: '部门评价人', account: true },
  'vice-secretary': { name: '分管书记', account: true },
  ratifier: { name: '审定机构成员', account: true },
  'unit-clerk': { name: '考核对象经办人', account: true },
  'unit-head': { name: '考核对象负责人', account: true },
  'subordinate-clerk': { name: '下级单位经办人', account: true },
  'party-office': { name: '党委办、党政办', account: false },
  'party-leader': { name: '分管领导', account: false },
  judge: { name: '评议人', account: false },
  inspector: { name: '检查组成员', account: true },
  'survey-agency': { name: '专业机构、数据中心', account: true },
  interviewer: { name: '访员', account: true },
  respondent: { name: '青年', account: false },
  'system-administrator': { name: '系统管理员', account: true },
  'security-administrator': { name: '安全保密管理员', account: true },
  'audit-administrator': { name: '安全审计员', account: true },
  observer: { name: '上级、纪检', account: true },
  public: { name: '公众', account: false },
} as const

export type Role = keyof typeof roles

/** Roles that a person signs in for. */
export const accountRoles: readonly Role[] = (Object.keys(roles) as Role[]).filter(
  (role) => roles[role].account,
)

/** The three administrators 三员: never in one person, and none sees or writes a score. */
export const administrators: readonly Role[] = [
  'system-administrator',
  'security-administrator',
  'audit-administrator',
]

export function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text)
}
