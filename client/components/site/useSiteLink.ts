import { watch } from 'vue'
import {
  readFeatureCode,
  readFloor,
  readVisibility,
  visibilityText,
} from '../../site/siteAddress.ts'
import { usePlaceStore } from '../../stores/place.ts'
import { useSiteStore } from '../../stores/site.ts'
import { useToolQueryStore } from '../../stores/toolQuery.ts'

/** Floor, open thing and layers in the address; floor and thing are of one park and go with it. */
export function useSiteLink() {
  const place = usePlaceStore()
  const site = useSiteStore()
  const tools = useToolQueryStore()

  function read() {
    const { query } = tools
    site.showFloor(readFloor(query.floor))
    site.openFeature(readFeatureCode(query.feature))
    site.replaceVisibility(readVisibility(query.site))
  }
  read()
  watch(
    [() => tools.arrivals, () => place.place.parkCode],
    ([arrivals], [known]) => {
      // A link names the park and what is shown of it at once.
      if (arrivals !== known) return read()
      site.showFloor(null)
      site.openFeature(null)
    },
    { flush: 'sync' },
  )
  watch([() => site.floor, () => site.featureCode, () => site.visibility], () => {
    tools.write({
      floor: site.floor === null ? undefined : String(site.floor),
      feature: site.featureCode ?? undefined,
      site: visibilityText(site.visibility),
    })
  })
}
