import {
  loginOf,
  normalLogin,
  normalPassword,
  passwordFault,
  refusedPasswords,
} from '../../src/access/index.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('a password', () => {
  it.each([
    'correct horse battery',
    '我们一起去爬那座很高的山',
    'zq8-kkw!mn-77x',
    'a b c d e f g h',
    'ten quiet rivers, '.repeat(11),
  ])('may be %s', (password) => {
    expect(passwordFault(password)).toBeUndefined()
  })

  it.each([
    ['short', '至少 12'],
    ['一二三四五六七八九十一', '11 个'],
    ['aaaaaaaaaaaa', '重复'],
    ['abcabcabcabc', '重复'],
    ['abcdabcdabcdab', '重复'],
    ['password2024', '常见'],
    ['PASSWORD!!!!', '常见'],
    ['20240504kaohe', '常见'],
    ['123456789012', '常见'],
    ['198810011234', '常见'],
    ['13800138000123', '常见'],
    ['qwertyuiop123', '常见'],
    ['gongqingtuan', '常见'],
    ['ｐａｓｓｗｏｒｄ２０２４', '常见'],
    ['x'.repeat(100) + 'y'.repeat(101), '最多 200'],
  ])('may not be %s', (password, word) => {
    expect(passwordFault(password)).toContain(word)
  })

  it('does not hold the login or the name', () => {
    const known = ['k3mw-7qhz', '欧阳小明']
    expect(passwordFault('my K3MW-7QHZ and more', known)).toContain('登录名')
    expect(passwordFault('欧阳小明的密码很长很长的', known)).toContain('姓名')
    expect(passwordFault('something else entirely', known)).toBeUndefined()
    expect(passwordFault('the horse of alimjan', ['Alimjan'])).toContain('姓名')
  })

  it('is none of a list that the site keeps, however it is written', () => {
    const refused = refusedPasswords('short\r\nMy Old Bicycle\nｐｕｒｐｌｅ ｅｌｅｐｈａｎｔ\n\n')
    expect([...refused]).toEqual(['my old bicycle', 'purple elephant'])
    for (const one of ['my old bicycle', 'MY OLD BICYCLE', 'Purple Elephant'])
      expect(passwordFault(one, [], refused)).toContain('名单')
    expect(passwordFault('my old bicycles', [], refused)).toBeUndefined()
  })

  it('needs no kinds of characters: any twelve words at random will do', () => {
    const letters = fc.array(fc.constantFrom(...'bdfgjkmvw'), { minLength: 16, maxLength: 60 })
    fc.assert(
      fc.property(letters, (all) => {
        const password = all.join('')
        fc.pre(new Set(all).size > 5)
        expect(passwordFault(password)).toBeUndefined()
      }),
    )
  })

  it('is the same however it was typed', () => {
    expect(normalPassword('ｌｏｎｇ ｒｉｖｅｒ')).toBe('long river')
    expect(normalPassword('e\u0301te\u0301')).toBe(normalPassword('été'))
  })
})

describe('a login', () => {
  it('has signs that paper does not confuse', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        expect(loginOf(() => bytes)).toMatch(/^[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}$/)
      }),
    )
  })

  it('may be typed in capitals, full width, with spaces around', () => {
    expect(normalLogin(' Ｋ3MW-7qhz ')).toBe('k3mw-7qhz')
  })
})
