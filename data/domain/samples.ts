/** Below so many cases a rate says nothing ("样本少", CONTENT.md 2.6). */
export const FEWEST_SAMPLES = 10

/** Below so many enterprises what is said of a hundred of them says nothing (CONTENT.md 3.2). */
export const FEWEST_ENTERPRISES = 20
