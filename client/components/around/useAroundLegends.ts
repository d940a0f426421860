import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { MARK_COLOURS } from '../../map/layers/markStyle.ts'
import { RING_COLOURS } from '../../map/layers/consequence.layers.ts'
import { MAP_THEMES } from '../../map/mapTheme.ts'
import { FACILITY_SIGNS, signColours } from '../../map/overlays/aroundStyle.ts'
import type { AroundTab } from '../../stores/around.ts'
import type { ExportLegend } from '../../stores/exportables.ts'
import { useSessionStore } from '../../stores/session.ts'

type Entries = ExportLegend['entries']

/** What the overlays of each tab mean, for the drawer and beside an exported picture. */
export function useAroundLegends() {
  const { t } = useI18n()
  const session = useSessionStore()

  return computed<Record<AroundTab, Entries>>(() => {
    const { theme } = session
    const { selected } = MARK_COLOURS[theme]
    const { demonstration, label } = MAP_THEMES[theme]
    const { help, sensitive, text } = signColours(theme)
    const [ring] = RING_COLOURS[theme]
    const station = { sign: FACILITY_SIGNS.microFireStation, colour: text, ground: help }
    const school = { sign: FACILITY_SIGNS.school, colour: text, ground: sensitive }
    return {
      around: [
        {
          swatch: { kind: 'line', colour: selected, dashed: true },
          label: t('around.legend.area'),
        },
        { swatch: { kind: 'line', colour: selected }, label: t('around.legend.way') },
        { swatch: { kind: 'sign', ...station }, label: t('around.legend.help') },
        { swatch: { kind: 'sign', ...school }, label: t('around.legend.sensitive') },
      ],
      coverage: [
        {
          swatch: { kind: 'fill', colour: `${demonstration}42`, outline: demonstration },
          label: t('around.coverage.legendCovered'),
        },
        {
          swatch: { kind: 'ring', colour: label, double: true },
          label: t('around.coverage.legendUncovered'),
        },
        { swatch: { kind: 'sign', ...station }, label: t('around.legend.station') },
      ],
      domino: [
        { swatch: { kind: 'ring', colour: ring }, label: t('around.domino.legendCircle') },
        {
          swatch: { kind: 'sign', sign: '▶', colour: ring },
          label: t('around.domino.legendArrow'),
        },
      ],
    }
  })
}
