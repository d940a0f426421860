import { HIDDEN_DANGER_STATES } from '#data/domain/hiddenDangers'
import { MOST_PHOTOS } from '#data/domain/photos'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { HttpProblem, notFound, refused } from '../../http/problems.ts'
import {
  findPhotoContent,
  findSamePhoto,
  insertPhoto,
  listPhotos,
  lockPhotoSubject,
} from './photos.queries.ts'
import { readPhoto } from './readPhoto.ts'

export function photoHandlers({ clock }: Services): Pick<Handlers, 'addPhoto' | 'getPhoto'> {
  return {
    addPhoto: async ({ params, query: { stage }, body, actor, write }) => {
      // Before the transaction: decoding takes a second and needs no lock.
      const photo = await readPhoto(body)
      return write(async (transaction) => {
        const subject = await lockPhotoSubject(transaction, params.code)
        if (!subject) throw notFound('hidden danger', params.code)
        const same = await findSamePhoto(transaction, subject.id, stage, photo.sha256)
        if (same) return same
        const { id: hiddenDangerId, areaCode, state } = subject
        if (state === 'merged' || state === 'dismissed') throw noMoreEvidence(state)
        const present = await listPhotos(transaction, hiddenDangerId)
        if (present.length >= MOST_PHOTOS) throw tooManyPhotos()
        const [by, at] = [actor.name, clock.now()]
        return insertPhoto(transaction, { ...photo, hiddenDangerId, areaCode, stage, by, at })
      })
    },
    getPhoto: async ({ params, read }) => {
      const found = await read((transaction) => findPhotoContent(transaction, params.id))
      if (!found) throw notFound('photo', String(params.id))
      return found
    },
  }
}

function tooManyPhotos(): HttpProblem {
  return refused('photo', {
    'zh-CN': `每处隐患最多 ${MOST_PHOTOS} 张照片,已满。照片不是必填,其余请留存备查。`,
    en: `A hidden danger holds at most ${MOST_PHOTOS} photos and has as many: photos are optional, keep the rest on file.`,
  })
}

function noMoreEvidence(state: 'merged' | 'dismissed'): HttpProblem {
  const { labels } = HIDDEN_DANGER_STATES[state]
  return new HttpProblem('alreadyDone', {
    'zh-CN': `该隐患${labels['zh-CN']},不再收照片。${state === 'merged' ? '请传到并入的那一条。' : ''}`,
    en: `The hidden danger is ${labels.en.toLowerCase()} and takes no more photos.${state === 'merged' ? ' Add it to the one that this was merged into.' : ''}`,
  })
}
