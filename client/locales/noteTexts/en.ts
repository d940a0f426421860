/** The long texts of the standing notes; the short ones are always on screen. */
export const en = {
  noteTexts: {
    boundaryLong:
      'Communities are derived from estimated centres, streets from communities; no basis for administration, ownership or enforcement.',
    demoLong:
      'Parks, enterprises, people, risk points and hidden dangers are fictitious. The name 东海科技工业园 comes from an article of 2018; all data under it is fictitious too and says nothing about that park.',
    mapNumberLong:
      'Without a map approval number for internal use only, not for publication; the office that shows the map has it reviewed first.',
    mapNumberOfLong: 'Obtained and configured by the office that shows the map.',
    asOfLong: 'Source: {source}. Times are Beijing time.',
    scopeLong:
      'Without enterprises outside parks, small shops, construction and road traffic. 276 parks is the published count of 2018; a later one is 604 (about 2020), counted differently.',
    levelLong:
      'A level is the result of an assessment; only a hidden danger calls for rectification.',
  },
}
