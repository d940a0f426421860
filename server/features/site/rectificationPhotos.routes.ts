import { MOST_PHOTOS } from '#data/domain/photos'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { notFound, refused } from '../../http/problems.ts'
import { lockPark } from '../parkRecords/parkFacts.queries.ts'
import { readPhoto } from '../photos/readPhoto.ts'
import { readLearning } from './learning.routes.ts'
import {
  countRectificationPhotos,
  findPhotoSubject,
  findRectificationPhoto,
  hasRectificationPhoto,
  insertRectificationPhoto,
} from './rectificationPhotos.queries.ts'

type Keys = 'addRectificationPhoto' | 'getRectificationPhoto'

export function rectificationPhotoHandlers({ clock }: Services): Pick<Handlers, Keys> {
  return {
    addRectificationPhoto: async ({ params, query: { side }, body, actor, write }) => {
      // Before the transaction: decoding takes a second and needs no lock.
      const photo = await readPhoto(body)
      return write(async (transaction) => {
        const subject = await findPhotoSubject(transaction, Number(params.id))
        if (!subject) throw notFound('rectification', params.id)
        const { id: rectificationId, parkCode, areaCode } = subject
        // A rectification is never changed, so two photos at once wait for each other at the park.
        await lockPark(transaction, parkCode)
        if (!(await hasRectificationPhoto(transaction, rectificationId, side, photo.sha256))) {
          const present = await countRectificationPhotos(transaction, rectificationId)
          if (present >= MOST_PHOTOS) throw tooManyPhotos()
          const mark = { by: actor.name, at: clock.now() }
          const placed = { ...photo, rectificationId, areaCode, side }
          await insertRectificationPhoto(transaction, { ...placed, ...mark })
        }
        return readLearning(transaction, clock, parkCode)
      })
    },
    getRectificationPhoto: async ({ params, read }) => {
      const id = Number(params.id)
      const found = await read((transaction) => findRectificationPhoto(transaction, id))
      if (!found) throw notFound('photo', params.id)
      return found
    },
  }
}

const tooManyPhotos = () =>
  refused('photo', {
    'zh-CN': `每条整改记录最多 ${MOST_PHOTOS} 张照片,已满。请保留最能说明前后变化的,其余留存备查。`,
    en: `A rectification holds at most ${MOST_PHOTOS} photos and has as many: keep the others on file.`,
  })
