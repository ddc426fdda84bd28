import type { Secrets } from '../../keys/secrets.ts'

const PURPOSE = 'contact.phone'

/** A telephone number as it is stored and logged: nobody reads it who has the database alone. */
export function sealPhone(secrets: Secrets, phone: string): string {
  return phone === '' ? '' : secrets.seal(Buffer.from(phone), PURPOSE).toString('base64')
}

/** What was sealed; empty where this key cannot open it. */
export function openPhone(secrets: Secrets, sealed: string): string {
  if (sealed === '') return ''
  return secrets.open(Buffer.from(sealed, 'base64'), PURPOSE)?.toString() ?? ''
}
