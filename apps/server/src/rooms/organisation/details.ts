import { organisation } from '@kaohe/contract'
import {
  findAttribute,
  findBody,
  findContact,
  findDepartment,
  findUnit,
  insertBody,
  insertContact,
  insertDepartment,
  isTaken,
  putAttribute,
  updateBody,
  updateContact,
  updateDepartment,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { openPhone, sealPhone } from './phone.ts'
import { dayOf } from '../identity/day.ts'
import { refuse } from './refusals.ts'
import { shownBody } from './shown.ts'

function present<T extends object>(edit: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(edit).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

function attributeRoutes(app: Hono, services: Services): void {
  serve(app, services, organisation.putAttribute, async (call) => {
    const { db, params, body, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const { attribute, value, source, knownOn, version } = body
    if (knownOn > dayOf(now)) throw refuse('knownOn', '日期不能晚于今天')
    const edit = { attribute, known_on: knownOn, value, source }
    call.stands(async () => {
      const standing = await findAttribute(db, unit.id, edit)
      if (standing === undefined) return undefined
      const { known_on, ...said } = standing
      return { ...said, knownOn: known_on }
    })
    const before = await findAttribute(db, unit.id, edit)
    const put = await putAttribute(db, unit.id, edit, version)
    if (put === undefined) throw changedMeanwhile()
    const object = `unit/${unit.id}/attribute/${attribute}`
    await call.record({ object, org: unit.id, ...(before && { before }), after: edit })
    return { attribute, value, source, knownOn, version: put.version }
  })
}

function contactRoutes(app: Hono, services: Services): void {
  const { secrets } = services.door
  serve(app, services, organisation.addContact, async ({ db, params, body, ...call }) => {
    const unit = call.permit(await findUnit(db, params.unit))
    const phone = sealPhone(secrets, body.phone)
    const after = await insertContact(db, unit.id, { ...body, phone })
    await call.record({ object: `contact/${after.id}`, org: unit.id, after })
    return { ...after, phone: body.phone }
  })

  serve(app, services, organisation.changeContact, async ({ db, params, body, now, ...call }) => {
    const unit = call.permit(await findUnit(db, params.unit))
    const before = await findContact(db, unit.id, params.id)
    if (before === undefined) throw notFound()
    call.stands(async () => {
      const standing = await findContact(db, unit.id, before.id)
      return standing && { ...standing, phone: openPhone(secrets, standing.phone) }
    })
    const { version, ended, phone, ...edit } = body
    const ends = ended === true ? { ended_on: dayOf(now) } : {}
    const sealed = phone === undefined ? {} : { phone: sealPhone(secrets, phone) }
    const key = { id: before.id, version }
    const changes = { ...present(edit), ...sealed, ...ends }
    const after = await updateContact(db, unit.id, key, changes)
    if (after === undefined) throw changedMeanwhile()
    await call.record({ object: `contact/${after.id}`, org: unit.id, before, after })
    return { ...after, phone: openPhone(secrets, after.phone) }
  })
}

function departmentRoutes(app: Hono, services: Services): void {
  const taken = (name: string) => refuse('name', `已经有叫“${name}”的部门`)

  serve(app, services, organisation.addDepartment, async ({ db, params, body, ...call }) => {
    const unit = call.permit(await findUnit(db, params.unit))
    const after = await insertDepartment(db, unit.id, body.name)
    if (after === undefined) throw taken(body.name)
    await call.record({ object: `department/${after.id}`, org: unit.id, after })
    const { ended_on: endedOn, ...shown } = after
    return { ...shown, endedOn }
  })

  serve(app, services, organisation.changeDepartment, async (call) => {
    const { db, params, body, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const before = await findDepartment(db, unit.id, params.id)
    if (before === undefined) throw notFound()
    call.stands(async () => {
      const { ended_on, ...standing } = (await findDepartment(db, unit.id, before.id))!
      return { ...standing, endedOn: ended_on }
    })
    const { version, name, endedOn: ended } = body
    if (ended !== undefined && ended > dayOf(now)) throw refuse('endedOn', '日期不能晚于今天')
    const edit = present({ name, ended_on: ended })
    const after = await updateDepartment(db, unit.id, { id: before.id, version }, edit).catch(
      (error: unknown) => {
        throw isTaken(error, 'department_org_name_key') ? taken(name ?? '') : error
      },
    )
    if (after === undefined) throw changedMeanwhile()
    await call.record({ object: `department/${after.id}`, org: unit.id, before, after })
    const { ended_on: endedOn, ...shown } = after
    return { ...shown, endedOn }
  })
}

function bodyRoutes(app: Hono, services: Services): void {
  serve(app, services, organisation.addBody, async ({ db, params, body, ...call }) => {
    const unit = call.permit(await findUnit(db, params.unit))
    const named = body.body === undefined ? undefined : await findUnit(db, body.body)
    if (body.body !== undefined && named === undefined)
      throw refuse('body', '没有找到这个组织，也可以只写它的名称')
    if (named?.id === unit.id) throw refuse('body', '请选别的组织')
    const { name = null, capacity, from } = body
    const edit = { body: named?.id ?? null, name, capacity, from_on: from }
    const after = await insertBody(db, unit.id, edit)
    await call.record({ object: `answers-for/${after.id}`, org: unit.id, after })
    return shownBody(after, named?.name)
  })

  serve(app, services, organisation.changeBody, async ({ db, params, body, ...call }) => {
    const unit = call.permit(await findUnit(db, params.unit))
    const before = await findBody(db, unit.id, params.id)
    if (before === undefined) throw notFound()
    call.stands(async () => {
      const standing = (await findBody(db, unit.id, before.id))!
      const named = standing.body === null ? undefined : await findUnit(db, standing.body)
      return shownBody(standing, named?.name)
    })
    const { version, capacity, to } = body
    if (to !== undefined && to < before.from_on)
      throw refuse('to', `不能早于开始的 ${before.from_on}`)
    const edit = present({ capacity, to_on: to })
    const after = await updateBody(db, unit.id, { id: before.id, version }, edit)
    if (after === undefined) throw changedMeanwhile()
    await call.record({ object: `answers-for/${after.id}`, org: unit.id, before, after })
    const named = after.body === null ? undefined : await findUnit(db, after.body)
    return shownBody(after, named?.name)
  })
}

/** What is known of a unit beside its name: attributes, contacts, departments, who answers for it. */
export function detailRoutes(app: Hono, services: Services): void {
  attributeRoutes(app, services)
  contactRoutes(app, services)
  departmentRoutes(app, services)
  bodyRoutes(app, services)
}
