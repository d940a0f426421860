import { createHash } from 'node:crypto'
import sharp, { type Metadata, type Sharp } from 'sharp'
import type { FileBody } from '#data/contract/endpoint'
import { LARGEST_PHOTO_BYTES, MOST_PHOTO_PIXELS, type PhotoType } from '#data/domain/photos'
import type { Labels } from '#data/domain/locales'
import { refused } from '../../http/problems.ts'
import { readOrigin, type PhotoOrigin } from './readOrigin.ts'

export type ReadPhoto = PhotoOrigin & {
  mediaType: PhotoType
  width: number
  height: number
  /** Encoded anew: upright, and with nothing in it but the picture. */
  content: Buffer
  sha256: string
}

/** How each type begins and is written; sharp itself would read much else, down to SVG and PDF. */
const FORMATS: Record<
  PhotoType,
  { format: string; begins: (bytes: Buffer) => boolean; write: (picture: Sharp) => Sharp }
> = {
  'image/jpeg': {
    format: 'jpeg',
    begins: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
    write: (picture) => picture.jpeg({ quality: 85, mozjpeg: true }),
  },
  'image/png': {
    format: 'png',
    begins: (bytes) => bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
    write: (picture) => picture.png({ compressionLevel: 9 }),
  },
  'image/webp': {
    format: 'webp',
    begins: (bytes) =>
      bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
    write: (picture) => picture.webp({ quality: 85 }),
  },
}

/** A damaged file is refused where the picture itself is damaged, not for an odd note in it. */
const OPTIONS = { limitInputPixels: MOST_PHOTO_PIXELS, failOn: 'truncated' } as const

const NOT_A_PHOTO: Labels = {
  'zh-CN': '文件内容不是 JPEG、PNG 或 WebP 照片。请重新拍摄或另存后再传。',
  en: 'The content of the file is no JPEG, PNG or WebP photo: take or save it again and send that.',
}
const OTHER_TYPE: Labels = {
  'zh-CN': '文件内容与所称类型不符。请直接上传相机或手机拍摄的原件。',
  en: 'The content of the file is of another type than it says: send the file as the camera made it.',
}
const DAMAGED: Labels = {
  'zh-CN': '照片不完整或已损坏,无法打开。请重新拍摄或重新上传。',
  en: 'The photo is incomplete or damaged and cannot be opened: take it or send it again.',
}
const TOO_MANY_PIXELS: Labels = {
  'zh-CN': `照片超过 ${MOST_PHOTO_PIXELS / 1e6} 百万像素。请缩小后再传。`,
  en: `The photo has more than ${MOST_PHOTO_PIXELS / 1e6} megapixels: make it smaller and send it again.`,
}
const TOO_LARGE_AFTERWARDS: Labels = {
  'zh-CN': `照片转存后大于 ${LARGEST_PHOTO_BYTES / 1024 / 1024} MB。请缩小后再传。`,
  en: `Encoded anew the photo is larger than ${LARGEST_PHOTO_BYTES / 1024 / 1024} MB: make it smaller.`,
}

const unfit = (why: Labels) => refused('photo', why)

/**
 * Reads a photo by its content: where and when it was taken, then the picture alone, encoded anew.
 * Whatever else the file carried (EXIF, a script behind the picture) is not in what is stored.
 * @throws HttpProblem 422 for what is no photo, not whole, or too large
 */
export async function readPhoto({ mediaType, bytes }: FileBody): Promise<ReadPhoto> {
  const file = Buffer.from(bytes)
  const type = Object.keys(FORMATS).find((each): each is PhotoType =>
    FORMATS[each as PhotoType].begins(file),
  )
  if (!type) throw unfit(NOT_A_PHOTO)
  if (type !== mediaType) throw unfit(OTHER_TYPE)
  const metadata = await readMetadata(file)
  if (metadata.format !== FORMATS[type].format) throw unfit(OTHER_TYPE)
  if (metadata.width * metadata.height > MOST_PHOTO_PIXELS) throw unfit(TOO_MANY_PIXELS)
  const upright = sharp(file, OPTIONS).autoOrient().toColourspace('srgb')
  const { data, info } = await FORMATS[type]
    .write(upright)
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw unfit(DAMAGED)
    })
  if (data.length > LARGEST_PHOTO_BYTES) throw unfit(TOO_LARGE_AFTERWARDS)
  return {
    ...readOrigin(metadata.exif),
    mediaType: type,
    width: info.width,
    height: info.height,
    content: data,
    sha256: createHash('sha256').update(data).digest('hex'),
  }
}

/** The head alone is read: nothing is unpacked before its size is known. */
function readMetadata(file: Buffer): Promise<Metadata> {
  return sharp(file, { ...OPTIONS, limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw unfit(DAMAGED)
    })
}
