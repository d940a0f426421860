import { boundsAround } from '../../map/geometry.ts'
import type { Corner } from '../../around/question.ts'
import { useCameraStore } from '../../stores/camera.ts'
import { usePlaceStore } from '../../stores/place.ts'

/** What a click on a row of a list opens; what has no card of its own is flown to. */
export function useOpenPlace() {
  const place = usePlaceStore()
  const camera = useCameraStore()
  return {
    openPoint: (point: { areaCode: string; parkCode: string; code: string }) => {
      const { areaCode, parkCode, code } = point
      place.open({ areaCode, parkCode, riskPointCode: code }, { fly: false })
    },
    openPark: ({ areaCode, code }: { areaCode: string; code: string }) =>
      place.open({ areaCode, parkCode: code }, { fly: false }),
    flyTo: ([longitude, latitude]: Corner) =>
      camera.want({ bounds: boundsAround(longitude, latitude, 0.003) }),
  }
}
