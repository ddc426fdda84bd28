// NIST SP 800-63B and OWASP ASVS 5.0, V6.2: length counts, composition does not; common ones are refused.
const LEAST = 12
const MOST = 200

// What people write when twelve characters are asked for, without the figures behind; small letters.
const COMMON = [
  'password',
  'passw0rd',
  'mypassword',
  'passwordpassword',
  'adminadminadmin',
  'administrator',
  'adminpassword',
  'iloveyou',
  'woaini',
  'woainiwoaini',
  'woaizuguo',
  'woaizhongguo',
  'welcome',
  'letmein',
  'changeme',
  'qwertyuiop',
  'qwertyuiopasdf',
  'qwerasdfzxcv',
  'qazwsxedcrfv',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijkl',
  'gongqingtuan',
  'zhonggongqingtuan',
  'tuanwei',
  'tuanzhongyang',
  'kaohe',
  'kaohexitong',
  'shujuku',
  'mima',
  'mimamima',
  'qingnian',
  'beijing',
  'zhongguo',
  'football',
  'sunshine',
  'princess',
  'monkey',
  'dragon',
  'trustno1',
  'test',
  'testtest',
  'default',
]
const ROWS = ['01234567890123456789', '09876543210987654321', 'abcdefghijklmnopqrstuvwxyz']

/** What is written differently and read alike is one password: full width and half, composed or not. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC')
}

// abcabcabcabc, 121212121212 and aaaaaaaaaaaa say little more than their part.
function isRepeated(text: string): boolean {
  return [1, 2, 3, 4].some(
    (part) => text === text.slice(0, part).repeat(text.length).slice(0, text.length),
  )
}

function isCommon(text: string): boolean {
  const letters = text.replace(/[\d!@#$%^&*._\-+=?]+$/, '').replace(/^\d+/, '')
  return COMMON.includes(text) || COMMON.includes(letters) || ROWS.some((row) => row.includes(text))
}

// As it is looked up: capitals make no common password a rare one.
const lookedUp = (password: string): string => normalPassword(password).toLowerCase()

/** The passwords of a list that a site keeps, one a line; what is too short to be chosen is left out. */
export function refusedPasswords(list: string): ReadonlySet<string> {
  const all = list.split(/\r?\n/).map((line) => lookedUp(line))
  return new Set(all.filter((one) => [...one].length >= LEAST))
}

/**
 * Why a password may not be chosen, in words for who chooses it; undefined when it may.
 * @param known what others know of the person: the login, the name
 * @param refused a list of common or stolen passwords (see refusedPasswords)
 */
export function passwordFault(
  password: string,
  known: readonly string[] = [],
  refused: ReadonlySet<string> = new Set(),
): string | undefined {
  const text = normalPassword(password)
  const length = [...text].length
  if (length < LEAST)
    return `密码至少 ${LEAST} 个字符，现在是 ${length} 个；可以用几个不相干的词连起来`
  if (length > MOST) return `密码最多 ${MOST} 个字符`
  const small = lookedUp(password)
  if (isRepeated(small)) return '密码是几个字符的重复，太容易猜到'
  if (isCommon(small) || /^\d{12,14}$/.test(small)) return '这是常见的密码，太容易猜到'
  if (refused.has(small)) return '这个密码在常见或泄露的密码名单里，请换一个'
  const told = known.find((one) => one.length >= 4 && small.includes(one.toLowerCase()))
  return told === undefined ? undefined : '密码里不要有登录名或姓名'
}
