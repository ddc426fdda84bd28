import type { Me } from '@kaohe/contract'
import { isRole, policies, roles } from '@kaohe/domain'
import { type Acting, type Entered, type HeldPost, ownPosts } from '@kaohe/storage'

function shown(post: HeldPost): Me['posts'][number] {
  const roleName = isRole(post.role) ? roles[post.role].name : post.role
  return { id: post.id, role: post.role, roleName, org: post.org, orgName: post.org_name }
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
