export * as identity from './identity.ts'
export * as organisation from './organisation.ts'
