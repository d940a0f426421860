/** Words of the part `quality`; they come with its script. */
export const zhCN = {
  quality: {},
}
