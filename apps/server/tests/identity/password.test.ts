import { describe, expect, it } from 'vitest'
import { hashPassword, isPassword } from '../../src/rooms/identity/password.ts'

const PASSWORD = 'Seven Green 灯笼'

describe('a stored password', () => {
  it('is argon2id with 19 MiB, two passes and a salt of its own', async () => {
    const [one, other] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22,}\$[\w+/]{43}$/)
    expect(one).not.toBe(other)
    expect([await isPassword(one, PASSWORD), await isPassword(other, PASSWORD)]).toEqual([
      true,
      true,
    ])
  })

  it('is compared to the last sign: nothing is cut off, no capitals are made alike', async () => {
    const long = 'p'.repeat(199)
    const stored = await hashPassword(`${long}x`)
    expect(await isPassword(stored, `${long}x`)).toBe(true)
    expect(await isPassword(stored, `${long}y`)).toBe(false)
    expect(await isPassword(await hashPassword(PASSWORD), PASSWORD.toLowerCase())).toBe(false)
    expect(await isPassword(await hashPassword(PASSWORD), ` ${PASSWORD}`)).toBe(false)
  })

  it('is none where none was chosen', async () => {
    for (const stored of [null, undefined])
      expect(await isPassword(stored, 'nobody has this password')).toBe(false)
  })
})
