import { unpack as unpacked, type Unpacked } from '@kaohe/bundle'

/** The files of a zip, by their path. @throws Error in Chinese when it is none, or too large to be one of ours */
export function unpack(zip: Uint8Array): Unpacked {
  try {
    return unpacked(zip)
  } catch (error) {
    const isLarge = error instanceof RangeError
    const why = isLarge ? '解压以后太大，不是结果包' : '打不开：不是完整的 zip 文件'
    throw new Error(why, { cause: error })
  }
}
