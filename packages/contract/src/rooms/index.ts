export * as identity from './identity.ts'
export * as organisation from './organisation.ts'
export * as planning from './planning.ts'
export * as reporting from './reporting.ts'
