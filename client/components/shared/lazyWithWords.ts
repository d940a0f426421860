import { defineAsyncComponent, type Component } from 'vue'
import { loadMessages } from '../../i18n.ts'
import type { MessagePart } from '../../locales/parts.ts'
import ChunkError from './ChunkError.vue'

/** A component whose script comes when it is first shown, and the words it says with it. */
export function lazyWithWords<C extends Component>(
  part: MessagePart,
  load: () => Promise<{ default: C }>,
) {
  return defineAsyncComponent({
    loader: async () => {
      const [module] = await Promise.all([load(), loadMessages(part)])
      return module.default
    },
    errorComponent: ChunkError,
  })
}
