import { startYear } from '../planning/year.ts'
import type { World } from '../world.ts'
import { type Late, must, post } from './late.ts'

/** Schemes, and what departments draft of them. */
export async function* planning(world: World): AsyncGenerator<Late> {
  const ask = await world.as('organiser', 'own')
  const second = await world.as('vice-secretary', 'own')
  const { draft, proposal } = await startYear(world)
  const { title, text, readings, version } = await must(ask(`/schemes/${draft}/text`))
  const path = `/schemes/${draft}`
  const body = { title, text: `${text}\n# 我写的`, readings }
  const standing = { title, version }
  yield {
    route: 'planning.writeSchemeText',
    ask,
    path: `${path}/text`,
    body,
    standing: { ...standing, text, readings },
  }
  const propose = `${path}/proposal-to-publish`
  yield { route: 'planning.proposePublication', ask, path: propose, body: {}, standing }
  await must(ask(propose, post({ version })))
  const publication = { path: `${path}/publication`, body: {}, standing }
  yield { route: 'planning.confirmPublication', ask: second, ...publication }

  const head = await world.as('department-head', 'own')
  const { text: drafted, version: first } = await must(ask(`/proposals/${proposal}`))
  yield {
    route: 'planning.writeProposal',
    ask,
    path: `/proposals/${proposal}`,
    body: { text: `${drafted}\n# 我写的` },
    standing: { text: drafted, version: first },
  }
  yield {
    route: 'planning.handInProposal',
    ask: head,
    path: `/proposals/${proposal}/handing-in`,
    body: {},
    standing: { text: drafted, version: first },
  }
}
