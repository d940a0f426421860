import type { Map as MapLibreMap } from 'maplibre-gl'
import type { PictureFailure } from '../../stores/picture.ts'
import type { Box } from './pictureFrame.ts'

/** A map that does not come to rest within this long is told as busy. */
const PATIENCE_MILLISECONDS = 20_000

const GLANCE_MILLISECONDS = 50

export class PictureError extends Error {
  readonly reason: PictureFailure

  constructor(reason: PictureFailure) {
    super(`The map gives no picture: ${reason}`)
    this.reason = reason
  }
}

/** Waits for an event of the map, unless it is given up, loses its device or takes too long. */
function happened(map: MapLibreMap, event: 'idle' | 'render', signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (outcome: () => void) => {
      clearTimeout(timer)
      map.off(event, succeed)
      map.off('webglcontextlost', lose)
      signal.removeEventListener('abort', lose)
      outcome()
    }
    const succeed = () => finish(resolve)
    const lose = () => finish(() => reject(new PictureError('lost')))
    const timer = setTimeout(
      () => finish(() => reject(new PictureError('busy'))),
      PATIENCE_MILLISECONDS,
    )
    map.on(event, succeed)
    map.on('webglcontextlost', lose)
    signal.addEventListener('abort', lose)
    map.triggerRepaint()
  })
}

/**
 * Waits until what the map is to show has come to it.
 * @throws PictureError when that takes too long.
 */
export function settled(condition: () => boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (outcome: () => void) => {
      clearTimeout(timer)
      clearInterval(look)
      outcome()
    }
    const look = setInterval(() => {
      if (signal.aborted) finish(() => reject(new PictureError('lost')))
      else if (condition()) finish(resolve)
    }, GLANCE_MILLISECONDS)
    const timer = setTimeout(
      () => finish(() => reject(new PictureError('busy'))),
      PATIENCE_MILLISECONDS,
    )
  })
}

/**
 * The part `frame` of the map (CSS pixels) as a canvas, deck.gl's marks included, with its pixels to
 * a CSS pixel. The drawing buffer is not kept after a frame, so it is copied within one. It is read
 * as the screen has it: deck.gl does not follow a ratio that is set for a moment, and its marks would
 * stand elsewhere.
 * @throws PictureError when the map does not come to rest, or its device is lost.
 */
export async function captureMap(
  map: MapLibreMap,
  frame: Box,
  signal: AbortSignal,
): Promise<{ canvas: HTMLCanvasElement; ratio: number }> {
  await happened(map, 'idle', signal)
  await happened(map, 'render', signal)
  const source = map.getCanvas()
  const ratio = source.width / map.getContainer().clientWidth
  return { canvas: copyOf(source, ratio, frame), ratio }
}

function copyOf(source: HTMLCanvasElement, ratio: number, frame: Box): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(frame.width * ratio)
  canvas.height = Math.round(frame.height * ratio)
  const context = canvas.getContext('2d')
  if (!context) throw new PictureError('tooLarge')
  const { left, top, width, height } = frame
  context.drawImage(
    source,
    left * ratio,
    top * ratio,
    width * ratio,
    height * ratio,
    0,
    0,
    canvas.width,
    canvas.height,
  )
  return canvas
}
