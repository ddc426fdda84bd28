import type { Acting } from '../acting.ts'

export interface AttributeEdit {
  readonly attribute: string
  readonly known_on: string
  readonly value: string
  readonly source: string
}

/**
 * Writes what is known of a unit from a day on.
 * @param version of the line of that day; 0 when there is none yet
 * @returns undefined when somebody else wrote it meanwhile
 */
export async function putAttribute(
  db: Acting,
  org: string,
  edit: AttributeEdit,
  version: number,
): Promise<{ readonly version: number } | undefined> {
  const { attribute, known_on, value, source } = edit
  if (version === 0)
    return db
      .insertInto('unit_attribute')
      .values({ org, attribute, known_on, value, source })
      .onConflict((conflict) => conflict.columns(['org', 'attribute', 'known_on']).doNothing())
      .returning('version')
      .executeTakeFirst()
  return db
    .updateTable('unit_attribute')
    .set({ value, source, version: version + 1 })
    .where('org', '=', org)
    .where('attribute', '=', attribute)
    .where('known_on', '=', known_on)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
}

export async function findAttribute(
  db: Acting,
  org: string,
  { attribute, known_on }: Pick<AttributeEdit, 'attribute' | 'known_on'>,
): Promise<(AttributeEdit & { readonly version: number }) | undefined> {
  return db
    .selectFrom('unit_attribute')
    .select(['attribute', 'known_on', 'value', 'source', 'version'])
    .where('org', '=', org)
    .where('attribute', '=', attribute)
    .where('known_on', '=', known_on)
    .executeTakeFirst()
}

export interface ContactEdit {
  readonly name: string
  readonly duty: string
  readonly phone: string
}

export type StoredContact = ContactEdit & {
  readonly id: string
  readonly ended_on: string | null
  readonly version: number
}

const CONTACT = ['id', 'name', 'duty', 'phone', 'ended_on', 'version'] as const

export async function insertContact(
  db: Acting,
  org: string,
  edit: ContactEdit,
): Promise<StoredContact> {
  return db
    .insertInto('contact')
    .values({ org, ...edit, ended_on: null })
    .returning(CONTACT)
    .executeTakeFirstOrThrow()
}

export async function findContact(
  db: Acting,
  org: string,
  id: string,
): Promise<StoredContact | undefined> {
  return db
    .selectFrom('contact')
    .select(CONTACT)
    .where('org', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** @returns undefined when it has changed since `version` */
export async function updateContact(
  db: Acting,
  org: string,
  { id, version }: { readonly id: string; readonly version: number },
  edit: Partial<ContactEdit & { readonly ended_on: string }>,
): Promise<StoredContact | undefined> {
  return db
    .updateTable('contact')
    .set({ ...edit, version: version + 1 })
    .where('org', '=', org)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(CONTACT)
    .executeTakeFirst()
}

export interface UnitDepartment {
  readonly id: string
  readonly name: string
  readonly ended_on: string | null
  readonly version: number
}

const DEPARTMENT = ['id', 'name', 'ended_on', 'version'] as const

/** Adds a department, or brings back one that ended. @returns undefined when there is one of that name */
export async function insertDepartment(
  db: Acting,
  org: string,
  name: string,
): Promise<UnitDepartment | undefined> {
  return db
    .insertInto('department')
    .values({ org, name, ended_on: null })
    .onConflict((conflict) =>
      conflict
        .columns(['org', 'name'])
        .doUpdateSet((eb) => ({ ended_on: null, version: eb('department.version', '+', 1) }))
        .where('department.ended_on', 'is not', null),
    )
    .returning(DEPARTMENT)
    .executeTakeFirst()
}

export async function findDepartment(
  db: Acting,
  org: string,
  id: string,
): Promise<UnitDepartment | undefined> {
  return db
    .selectFrom('department')
    .select(DEPARTMENT)
    .where('org', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** @returns undefined when it has changed since `version` */
export async function updateDepartment(
  db: Acting,
  org: string,
  { id, version }: { readonly id: string; readonly version: number },
  edit: { readonly name?: string; readonly ended_on?: string },
): Promise<UnitDepartment | undefined> {
  return db
    .updateTable('department')
    .set({ ...edit, version: version + 1 })
    .where('org', '=', org)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(DEPARTMENT)
    .executeTakeFirst()
}

export interface BodyEdit {
  readonly body: string | null
  readonly name: string | null
  readonly capacity: string
  readonly from_on: string
}

export type StoredBody = BodyEdit & {
  readonly id: string
  readonly to_on: string | null
  readonly version: number
}

const BODY = ['id', 'body', 'name', 'capacity', 'from_on', 'to_on', 'version'] as const

/** Another body that answers for a unit, from a day on. */
export async function insertBody(db: Acting, org: string, edit: BodyEdit): Promise<StoredBody> {
  return db
    .insertInto('answers_for')
    .values({ org, ...edit, to_on: null })
    .returning(BODY)
    .executeTakeFirstOrThrow()
}

export async function findBody(
  db: Acting,
  org: string,
  id: string,
): Promise<StoredBody | undefined> {
  return db
    .selectFrom('answers_for')
    .select(BODY)
    .where('org', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** @returns undefined when it has changed since `version` */
export async function updateBody(
  db: Acting,
  org: string,
  { id, version }: { readonly id: string; readonly version: number },
  edit: { readonly capacity?: string; readonly to_on?: string },
): Promise<StoredBody | undefined> {
  return db
    .updateTable('answers_for')
    .set({ ...edit, version: version + 1 })
    .where('org', '=', org)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(BODY)
    .executeTakeFirst()
}
