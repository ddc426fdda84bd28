import { z } from 'zod'
import { BYTES, endpoint } from './endpoint.ts'
import { MOST_FILE_BYTES, Upload } from './rooms/reporting/evidence.ts'
import { EvidenceFile } from './rooms/reporting/shapes.ts'

const One = z.object({ object: z.uuid() })
const OneUpload = One.extend({ upload: z.uuid() })

/**
 * The four routes by which files are sent to an object in parts that may be resumed.
 * @param path of the object, whose identifier it calls `{object}`
 * @param what the object in Chinese, as `这份申诉`
 */
export function attachments(path: string, act: string, what: string) {
  return {
    start: endpoint({
      method: 'POST',
      path: `${path}/uploads`,
      summary: `开始为${what}上传一个文件；之后一段一段地传，断了可以接着传`,
      act,
      params: One,
      body: z.object({
        name: z.string().trim().min(1).max(200, '文件名最多 200 字'),
        size: z
          .number()
          .int()
          .min(1, '文件是空的')
          .max(MOST_FILE_BYTES, '文件最大 100 MB，请分开或压缩后上传'),
      }),
      answer: Upload,
    }),
    read: endpoint({
      method: 'GET',
      path: `${path}/uploads/{upload}`,
      summary: `${what}的一个上传收到了多少`,
      act,
      params: OneUpload,
      answer: Upload,
    }),
    send: endpoint({
      method: 'PUT',
      path: `${path}/uploads/{upload}`,
      summary: '传一段，从 offset 起；内容就是这一段的字节',
      act,
      takes: [BYTES],
      passing: true,
      params: OneUpload,
      query: z.object({ offset: z.coerce.number().int().min(0) }),
      answer: Upload,
    }),
    finish: endpoint({
      method: 'POST',
      path: `${path}/uploads/{upload}/finish`,
      summary: `传完：检查文件，成为${what}的材料`,
      act,
      params: OneUpload,
      body: z.object({}),
      answer: EvidenceFile,
    }),
  }
}

export type Attachments = ReturnType<typeof attachments>
