import { seedCycle } from '../reporting/cycle.ts'
import type { World } from '../world.ts'
import { type Late, must, post, put } from './late.ts'

/** What units report and departments observe. */
export async function* reporting(world: World): AsyncGenerator<Late> {
  const clerk = await world.as('unit-clerk', 'child')
  const head = await world.as('unit-head', 'child')
  const reviewer = await world.as('department-reviewer', 'own')
  const cycle = await seedCycle(world)
  const unit = world.units.child.id
  const report = `/cycles/${cycle}/reports/${unit}`

  const hours = (text: string) => ({ state: 'value', text })
  await must(clerk(`${report}/entries/hours`, put({ ...hours('1'), version: 0 })))
  yield {
    route: 'reporting.writeEntry',
    ask: clerk,
    path: `${report}/entries/hours`,
    body: hours('2小时'),
    standing: { text: '1', version: 1 },
  }
  yield {
    route: 'reporting.confirmReport',
    ask: head,
    path: `${report}/confirmation`,
    body: { isTrue: true },
    standing: { state: 'draft', version: 0 },
  }

  const happened = { happenedOn: '2023-05-04', attributes: { level: '区级' } }
  const { happening } = await must(
    clerk(`${report}/events`, post({ event: 'volunteer', ...happened })),
  )
  const event = { ask: clerk, standing: { ...happened, voidedBecause: null, version: 1 } }
  yield {
    ...event,
    route: 'reporting.changeHappening',
    path: `${report}/events/${happening.id}`,
    body: { ...happened, attributes: { level: '市级' } },
  }
  yield {
    ...event,
    route: 'reporting.voidHappening',
    path: `${report}/events/${happening.id}/void`,
    body: { reason: '记重了' },
  }

  const seen = { unit, item: 'brand', observedOn: '2023-05-04', text: '活动到场三十人' }
  const { id } = await must(reviewer(`/cycles/${cycle}/observations`, post(seen)))
  yield {
    route: 'reporting.voidObservation',
    ask: reviewer,
    path: `/cycles/${cycle}/observations/${id}/void`,
    body: { reason: '记错了' },
    standing: { text: seen.text, voidedBecause: null, version: 1 },
  }
}
