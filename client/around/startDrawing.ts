import type { Map as MapLibreMap } from 'maplibre-gl'
import {
  TerraDraw,
  TerraDrawCircleMode,
  TerraDrawModeUndoRedo,
  TerraDrawPolygonMode,
  type HexColor,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { Corner } from './question.ts'
import { circleOf, cornersOf, type DrawnCircle } from './drawnShapes.ts'

export type Drawn =
  { kind: 'polygon'; corners: readonly Corner[] } | ({ kind: 'circle' } & DrawnCircle)

export type Drawing = {
  /** Takes the last corner back; false where there is none. */
  undo: () => boolean
  /** As Enter on the map: what is drawn is a shape from three corners on. */
  finish: () => void
  stop: () => void
}

function modeOf(kind: Drawn['kind'], colour: HexColor, width: number) {
  const styles = {
    fillColor: colour,
    fillOpacity: 0.15,
    outlineColor: colour,
    outlineWidth: width,
  }
  // Esc is the drawing bar's: here it would drop the corners and go on drawing.
  if (kind === 'circle') {
    return new TerraDrawCircleMode({ styles, keyEvents: { cancel: null, finish: 'Enter' } })
  }
  const points = {
    coordinatePointColor: colour,
    coordinatePointWidth: 4,
    closingPointColor: colour,
  }
  return new TerraDrawPolygonMode({
    styles: { ...styles, ...points },
    showCoordinatePoints: true,
    keyEvents: { cancel: null, finish: 'Enter' },
  })
}

/**
 * Draws one polygon or circle on the map by terra-draw, which keeps sources and layers of its own
 * (`td-…`) while it runs and takes them off with `stop`.
 * @param done gets the shape, in degrees WGS84, once.
 */
export function startDrawing(
  map: MapLibreMap,
  kind: Drawn['kind'],
  look: { colour: string; width: number },
  done: (drawn: Drawn) => void,
): Drawing {
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9 }),
    modes: [modeOf(kind, look.colour as HexColor, look.width)],
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  })
  draw.start()
  draw.setMode(kind)
  // The keyboard belongs to what is drawn, not to the button that began it.
  map.getCanvas().focus()
  draw.on('finish', (id) => {
    const geometry = draw.getSnapshotFeature(id)?.geometry
    if (geometry?.type !== 'Polygon') return
    const corners = cornersOf(geometry.coordinates)
    done(kind === 'circle' ? { kind, ...circleOf(corners) } : { kind, corners })
  })
  return {
    undo: () => draw.canUndo() && draw.undo(),
    finish: () =>
      map.getCanvas().dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter', bubbles: true })),
    stop: () => draw.stop(),
  }
}
