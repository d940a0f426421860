/** Words of the part `grading`; they come with its script. */
export const zhCN = {
  grading: {},
}
