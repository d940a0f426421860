import { MAP_FONTS } from '../../map/mapTheme.ts'
import type { Theme } from '../../stores/session.ts'

/** Paper around the map: the same shades as the page (styles/tokens.css), which a canvas cannot read. */
export const PICTURE_COLOURS: Record<
  Theme,
  { paper: string; line: string; text: string; soft: string; plate: string; accent: string }
> = {
  dark: {
    paper: '#101f30',
    line: '#24405c',
    text: '#e8f0f8',
    soft: '#a9bdd2',
    plate: 'rgba(10, 20, 32, 0.78)',
    accent: '#35c2d6',
  },
  light: {
    paper: '#ffffff',
    line: '#cad5e0',
    text: '#10202f',
    soft: '#45596d',
    plate: 'rgba(255, 255, 255, 0.82)',
    accent: '#0b7285',
  },
}

export const PICTURE_FONT = MAP_FONTS[0] ?? 'sans-serif'
