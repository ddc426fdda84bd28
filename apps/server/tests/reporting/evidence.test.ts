import { strToU8, zipSync } from 'fflate'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkFile } from '../../src/files/index.ts'
import { compose } from '../../src/compose.ts'
import { startWorld, type World } from '../world.ts'
import { seedCycle } from './cycle.ts'

const JPEG = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(2000, 7)])
const zip = (files: Record<string, string | Uint8Array>): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, content]) => [
          name,
          typeof content === 'string' ? strToU8(content) : content,
        ]),
      ),
    ),
  )
const pdf = (text: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(text), Buffer.from('\n%%EOF')])
const packed = (text: string | Buffer, said = '/Type /ObjStm /Filter /FlateDecode'): Buffer =>
  Buffer.concat([
    Buffer.from(`1 0 obj << ${said} >> stream\n`),
    deflateSync(text),
    Buffer.from('\nendstream endobj'),
  ])

/** An archive whose one entry is a link of the file system, as `zip --symlinks` makes them. */
function linked(): Buffer {
  const files = { '材料.txt': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] } as const
  return Buffer.from(zipSync(files as unknown as Parameters<typeof zipSync>[0]))
}

function lying(): Buffer {
  const whole = zip({ 'a.txt': new Uint8Array(900_000) })
  const at = whole.lastIndexOf(Buffer.from('504b0102', 'hex'))
  whole.writeUInt32LE(10, at + 24)
  return whole
}

describe('a file of evidence', () => {
  it.each<[string, Buffer]>([
    ['照片.JPG', JPEG],
    ['通知.pdf', pdf('1 0 obj << /Type /Catalog /OpenAction [3 0 R /XYZ null null 0] >> endobj')],
    [
      '图.pdf',
      pdf(Buffer.concat([packed('<< /S /GoTo >>'), Buffer.from('stream\n/JS (\nendstream')])),
    ],
    ['表.xlsx', zip({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' })],
    ['说明.docx', zip({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' })],
    ['材料.zip', zip({ '一/照片.jpg': new Uint8Array(JPEG) })],
    ['台账.csv', Buffer.from('姓名,日期\n甲,2023-05-04')],
  ])('is taken: %s', async (name, bytes) => {
    expect(await checkFile(name, bytes)).toHaveProperty('type')
  })

  it.each<[string, Buffer, RegExp]>([
    ['页.html', Buffer.from('<html>'), /不收这种文件/],
    ['图.svg', Buffer.from('<svg onload="x">'), /不收这种文件/],
    ['图.txt', Buffer.from('  <svg onload="x">'), /可以藏程序/],
    ['照片.jpg', Buffer.from('<svg>'), /内容与后缀不符/],
    ['运行.pdf', pdf('<< /S /JavaScript /JS (x) >>'), /自动运行/],
    ['运行.pdf', pdf('<< /S /J#61vaScript >>'), /自动运行/],
    ['运行.pdf', pdf('<< /OpenAction << /S /URI /URI (http://x) >> >>'), /自动运行/],
    ['运行.pdf', pdf('<< /A << /S /Launch /F (x.exe) >> >>'), /自动运行/],
    ['藏着.pdf', pdf(packed('<< /S /JavaScript >>')), /自动运行/],
    [
      '藏在流里.pdf',
      pdf('<< /Length 0 >> stream\n5 0 obj << /S /JavaScript >>\nendstream'),
      /自动运行/,
    ],
    ['藏在注释里.pdf', pdf('%stream\n5 0 obj << /S /JavaScript >> endobj\n%endstream'), /自动运行/],
    ['改写.pdf', pdf(packed('<< /S /JavaScript >>', '/Type /Obj#53tm')), /自动运行/],
    ['另外打包.pdf', pdf(packed('<< >>', '/Filter [/AHx /FlateDecode] /Type /ObjStm')), /自动运行/],
    ['宏.docx', zip({ 'word/document.xml': '<x/>', 'word/vbaProject.bin': 'x' }), /宏/],
    [
      '宏.doc',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('_VBA_PROJECT', 'utf16le'),
      ]),
      /宏/,
    ],
    ['不是.docx', zip({ 'xl/workbook.xml': '<x/>' }), /内容与后缀不符/],
    ['程序.zip', zip({ '看我.exe': 'MZ' }), /看我\.exe/],
    ['炸弹.zip', zip({ 'a.txt': new Uint8Array(50_000_000) }), /解开后太大/],
    ['谎报.zip', lying(), /打不开/],
    ['断了.zip', zip({ 'a.txt': 'a' }).subarray(0, 40), /打不开/],
    ['逃走.zip', zip({ '../a.txt': 'a' }), /打不开/],
    ['指向.zip', linked(), /指向别处/],
  ])('is refused: %s', async (name, bytes, why) => {
    expect(await checkFile(name, bytes)).toEqual({ why: expect.stringMatching(why) as string })
  })

  it.each([
    ['utf-8', Buffer.from('姓名,日期\n甲,2023-05-04')],
    ['gb18030', Buffer.from('d0d5c3fb2cc8d5c6da0abcd72c323032332d30352d3034', 'hex')],
  ])('of text says in which letters it is written: %s', async (letters, bytes) => {
    expect(await checkFile('台账.csv', bytes)).toEqual({ type: `text/plain; charset=${letters}` })
  })
})

describe('a PDF that was made to be looked at for ever', () => {
  const MANY = 600_000
  it.each([
    ['streams that begin and never end', 'stream\n'.repeat(MANY)],
    ['objects that are said to be packed', '/ObjStm '.repeat(MANY)],
    ['packed objects without an end', '/ObjStm stream\n'.repeat(4000) + 'x'.repeat(3_000_000)],
    ['actions that begin and never end', `${'/OpenAction<<'.repeat(MANY)}/GoTo `],
    ['blanks behind an action', `/OpenAction${' '.repeat(4_000_000)}`],
    ['escapes', '#41'.repeat(MANY)],
  ])('is looked at in no time: %s', async (_, text) => {
    const begun = performance.now()
    await checkFile('a.pdf', pdf(text))
    // Each took minutes to hours before; a busy machine takes its time.
    expect(performance.now() - begun).toBeLessThan(8000)
  })

  it('holds nothing behind what is too much to unpack, or cut off', async () => {
    const large = Buffer.concat([Buffer.from('/S /JavaScript '), Buffer.alloc(21_000_000)])
    expect(await checkFile('a.pdf', pdf(packed(large)))).toHaveProperty('why')
    const whole = packed(`<< /S /JavaScript >>${'x'.repeat(100)}`)
    const cut = Buffer.concat([whole.subarray(0, -22), Buffer.from('\nendstream endobj')])
    expect(await checkFile('a.pdf', pdf(cut))).toHaveProperty('why')
  })
})

describe('evidence of a report', () => {
  let world: World
  let report: string
  let app: ReturnType<typeof compose>
  let cookie: string
  beforeAll(async () => {
    world = await startWorld()
    const cycle = await seedCycle(world)
    report = `/cycles/${cycle}/reports/${world.units.child.id}`
    app = compose(world.services)
    const session = await app.request('/api/session', {
      method: 'POST',
      body: JSON.stringify({ login: 'child-unit-clerk', password: 'correct horse' }),
    })
    cookie = session.headers.get('Set-Cookie')!.split(';', 1)[0]!
  }, 60_000)
  afterAll(() => world.stop())

  const send = async (upload: string, offset: number, part: Uint8Array) => {
    const init = { method: 'PUT', body: new Uint8Array(part), headers: { Cookie: cookie } }
    const address = `/api${report}/uploads/${upload}?offset=${offset}`
    const response = await app.request(address, init)
    return { status: response.status, json: (await response.json()) as { received: number } }
  }

  it('comes in parts, goes on where it was broken off, and serves several items', async () => {
    const ask = await world.as('unit-clerk', 'child')
    const begin = { item: 'brand', name: '活动照片.jpg', size: JPEG.length, showsOn: '2023-05-04' }
    const { json: upload } = await ask(`${report}/uploads`, { method: 'POST', body: begin })
    await send(upload.id, 0, JPEG.subarray(0, 1000))
    expect((await send(upload.id, 0, JPEG)).status).toBe(409)
    const early = { method: 'POST', body: {} }
    expect((await ask(`${report}/uploads/${upload.id}/finish`, early)).status).toBe(409)
    const { json: there } = await ask(`${report}/uploads/${upload.id}`)
    await send(upload.id, there.received, JPEG.subarray(there.received))
    const { json: file } = await ask(`${report}/uploads/${upload.id}/finish`, early)
    expect(file).toMatchObject({ item: 'brand', type: 'image/jpeg', showsOn: '2023-05-04' })

    const link = { method: 'PUT', body: {} }
    await ask(`${report}/evidence/${file.id}/items/fee`, link)
    const { json: shown } = await ask(report)
    const proves = shown.items.filter(({ files }: { files: [] }) => files.length > 0)
    expect(proves.map(({ id }: { id: string }) => id)).toEqual(['fee', 'brand'])
    const unlinked = { method: 'DELETE' }
    expect((await ask(`${report}/evidence/${file.id}/items/fee`, unlinked)).status).toBe(200)
    expect((await ask(`${report}/evidence/${file.id}/items/fee`, unlinked)).status).toBe(404)

    const response = await app.request(`/api/evidence/${file.id}`, { headers: { Cookie: cookie } })
    expect(Buffer.from(await response.arrayBuffer()).equals(JPEG)).toBe(true)
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
    const policy = response.headers.get('Content-Security-Policy')
    expect(policy).toMatch(/^default-src 'none';.*sandbox; frame-ancestors 'none'$/)
    const neighbour = await world.as('unit-clerk', 'sibling')
    expect((await neighbour(`/evidence/${file.id}`)).status).toBe(404)
  })

  it('is refused with the reason when it holds what runs', async () => {
    const ask = await world.as('unit-clerk', 'child')
    const bytes = Buffer.from('<svg onload="alert(1)">')
    const begin = { item: 'brand', name: '图.jpg', size: bytes.length }
    const { json: upload } = await ask(`${report}/uploads`, { method: 'POST', body: begin })
    await send(upload.id, 0, bytes)
    const finish = { method: 'POST', body: {} }
    const { status, json } = await ask(`${report}/uploads/${upload.id}/finish`, finish)
    expect([status, json.title]).toEqual([422, '图.jpg：内容与后缀不符，不是 JPEG 图片'])
  })
})
