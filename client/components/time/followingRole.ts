import type { Map as MapLibreMap } from 'maplibre-gl'
import type { MapRole } from '../../map/useMapLifecycle.ts'
import type { Bounds } from '../../stores/camera.ts'

export function boundsOfMap(map: MapLibreMap): Bounds {
  const bounds = map.getBounds()
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
}

/** A map that always looks where another one looks. */
export function followingRole(leader: MapLibreMap): MapRole {
  return {
    interactive: false,
    attach(map) {
      const follow = () =>
        map.jumpTo({
          center: leader.getCenter(),
          zoom: leader.getZoom(),
          bearing: leader.getBearing(),
          pitch: leader.getPitch(),
        })
      follow()
      leader.on('move', follow)
      return () => leader.off('move', follow)
    },
    keep() {},
    settle() {},
  }
}
