import type { Rectangle, Vector } from '../plane.ts'
import type { SiteLot } from './layOutSite.ts'
import { distance } from './segments.ts'

/** 12 m by 10 m, and 12 m to every building (GB 50016-2014 table 3.5.1: 甲类 up to 10 t). */
const STORE = { width: 12, depth: 10, clear: 12 }
/** What is left of a lot is still a building. */
const LEAST_BUILDING = 16
const LEAST_YARD = 18
const YARD_SHARE = 0.4

export type Yards = { lots: SiteLot[]; assembly: Rectangle[]; store: Rectangle | null }

/**
 * Cuts open ground off some lots: to gather on, beside each of the first two gates, and for the
 * store of dangerous goods as far from where people live as can be.
 */
export function carveYards(
  lots: readonly SiteLot[],
  gates: readonly Vector[],
  needsStore: boolean,
): Yards {
  const left = [...lots]
  const assembly: Rectangle[] = []
  const free = () => left.filter((lot) => lots.includes(lot) && lot.use !== 'dormitory')
  const cut = (from: SiteLot, share: number): Rectangle => {
    const { lot, yard } = split(from, share)
    left[left.indexOf(from)] = lot
    return yard
  }
  for (const gate of lots.length > 4 ? gates.slice(0, 2) : gates.slice(0, 1)) {
    const wide = free().filter(
      (lot) => Math.max(lot.width, lot.depth) >= LEAST_BUILDING + LEAST_YARD,
    )
    if (wide.length > 0) assembly.push(cut(nearest(wide, gate), YARD_SHARE))
  }
  const home = lots.find(({ use }) => use === 'dormitory')
  const roomy = needsStore
    ? free().filter((lot) => Math.max(lot.width, lot.depth) >= LEAST_BUILDING + LEAST_STORE_YARD)
    : []
  if (roomy.length === 0) return { lots: left, assembly, store: null }
  const from = middleOf(home ?? { u: gates[0]![0], v: gates[0]![1], width: 0, depth: 0 })
  const lot = roomy.reduce((a, b) =>
    distance(middleOf(b), from) > distance(middleOf(a), from) ? b : a,
  )
  const yard = cut(lot, LEAST_STORE_YARD / Math.max(lot.width, lot.depth))
  return { lots: left, assembly, store: storeIn(yard, left[lots.indexOf(lot)]!) }
}
const LEAST_STORE_YARD = STORE.clear + STORE.width

function nearest(lots: readonly SiteLot[], to: Vector): SiteLot {
  return lots.reduce((a, b) => (distance(middleOf(b), to) < distance(middleOf(a), to) ? b : a))
}

const middleOf = ({ u, v, width, depth }: Rectangle): Vector => [u + width / 2, v + depth / 2]

/** The far end of the longer side becomes the yard. */
function split(lot: SiteLot, share: number): { lot: SiteLot; yard: Rectangle } {
  const { u, v, width, depth } = lot
  if (width >= depth) {
    const open = Math.max(LEAST_YARD, width * share)
    return {
      lot: { ...lot, width: width - open },
      yard: { u: u + width - open, v, width: open, depth },
    }
  }
  const open = Math.max(LEAST_YARD, depth * share)
  return {
    lot: { ...lot, depth: depth - open },
    yard: { u, v: v + depth - open, width, depth: open },
  }
}

/** At the end of the yard that is away from the building. */
function storeIn(yard: Rectangle, building: Rectangle): Rectangle {
  const { width, depth } = STORE
  const isBeside = yard.u > building.u + 1
  return isBeside
    ? { u: yard.u + yard.width - width, v: yard.v + (yard.depth - depth) / 2, width, depth }
    : {
        u: yard.u + (yard.width - depth) / 2,
        v: yard.v + yard.depth - width,
        width: depth,
        depth: width,
      }
}
