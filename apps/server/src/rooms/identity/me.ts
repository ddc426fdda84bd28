import type { Me } from '@kaohe/contract'
import { isRole, policies, roles } from '@kaohe/domain'
import { type Acting, type Entered, type HeldPost, ownPosts } from '@kaohe/storage'

/** What a role is called. */
export const roleName = (role: string): string => (isRole(role) ? roles[role].name : role)

function shown(post: HeldPost): Me['posts'][number] {
  const { id, role, org, org_name: orgName, stands_in: standsIn, to_on: to } = post
  return { id, role, roleName: roleName(role), org, orgName, standsIn, to }
}

function mayOf(role: string | null): string[] {
  const held = policies.filter((policy) => policy.roles.some((one) => one === role))
  return [...new Set(held.map(({ act }) => act))]
}

/** The person signed in, the post in use, and the others to choose from. */
export async function meOf(db: Acting, entered: Entered): Promise<Me> {
  const posts = (await ownPosts(db)).map(shown)
  return {
    person: { id: entered.person, name: entered.person_name },
    post: posts.find(({ id }) => id === entered.post) ?? null,
    posts,
    may: mayOf(entered.role),
  }
}
