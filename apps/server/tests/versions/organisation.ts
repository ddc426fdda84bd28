import { type Late, must, post } from './late.ts'
import type { World } from '../world.ts'

const on = '2023-01-01'

/** What is known of units, and of those who work in them. */
export async function* organisation(world: World): AsyncGenerator<Late> {
  const ask = await world.as('organiser', 'own')
  const add = (name: string) =>
    must(
      ask(
        '/units',
        post({ parent: world.units.own.id, name, kind: '镇', foundedOn: '2015-01-01' }),
      ),
    )
  const [one, other] = [await add('甲镇'), await add('乙镇')]
  const unit = `/units/${one.id}`
  const standing = { id: one.id, name: '甲镇', version: 1 }
  const of = (route: string, path: string, body: object): Late => ({
    route: `organisation.${route}`,
    ask,
    path: `${unit}${path}`,
    body,
    standing,
  })
  yield of('changeUnit', '', { name: '甲街道', on })
  yield of('moveUnit', '/move', { parent: other.id, on })
  yield of('endUnit', '/end', { on })
  yield of('splitUnit', '/split', { units: [{ name: '丙镇', kind: '镇' }], ends: false, on })
  const units = [{ id: other.id, version: 1 }]
  const both = { ...standing, units: [{ id: other.id, name: '乙镇' }] }
  yield { ...of('mergeUnits', '/merge', { units, on }), standing: both }

  const number = { attribute: '团员数', value: '60', knownOn: on, source: '年报' }
  await must(ask(`${unit}/attributes`, post({ ...number, version: 0 })))
  yield {
    ...of('putAttribute', '/attributes', { ...number, value: '61' }),
    standing: { ...number, version: 1 },
  }
  const contact = await must(
    ask(`${unit}/contacts`, post({ name: '张三', duty: '书记', phone: '13800000000' })),
  )
  yield {
    ...of('changeContact', `/contacts/${contact.id}`, { duty: '副书记' }),
    standing: { name: '张三', duty: '书记', phone: '13800000000', version: 1 },
  }
  const department = await must(ask(`${unit}/departments`, post({ name: '宣传部' })))
  yield {
    ...of('changeDepartment', `/departments/${department.id}`, { name: '宣教部' }),
    standing: { name: '宣传部', endedOn: null, version: 1 },
  }
  const body = await must(
    ask(`${unit}/bodies`, post({ name: '镇党委', capacity: '同级党委', from: on })),
  )
  yield {
    ...of('changeBody', `/bodies/${body.id}`, { capacity: '党组织' }),
    standing: { name: '镇党委', capacity: '同级党委', version: 1 },
  }
}

/** Accounts. */
export async function* identity(world: World): AsyncGenerator<Late> {
  const ask = await world.as('system-administrator', 'own')
  const path = `/units/${world.units.own.id}/people`
  const { slips } = await must(ask(path, post({ names: ['新人'] })))
  const person = `/people/${slips[0].person}`
  const standing = { name: '新人', ended: false, version: 1 }
  yield { route: 'identity.renamePerson', ask, path: person, body: { name: '别名' }, standing }
  yield { route: 'identity.endPerson', ask, path: `${person}/end`, body: {}, standing }
}
