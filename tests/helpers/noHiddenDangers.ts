/** The figures of a place in which nothing was found and no campaign has a target. */
export const NO_HIDDEN_DANGERS = {
  openHiddenDangers: 0,
  overdueHiddenDangers: 0,
  openMajorHiddenDangers: 0,
  overdueMajorHiddenDangers: 0,
  dueHiddenDangers: 0,
  closedInTime: 0,
  campaignTargets: 0,
  campaignAccepted: 0,
}
