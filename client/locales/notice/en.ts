/** Words of the notice card and the notice board. */
export const en = {
  notice: {
    card: 'Risk notice card of the post',
    code: 'Code {code}',
    hint: 'A4 upright, scale 100 %; the code is at least 30 mm a side: try it with a telephone once it hangs.',
    noPoint: 'The address names no risk point. Open one on the map, then choose to print its card.',
    noPark:
      'The address names no park. Open one on the map, then choose to print its notice board.',
    loading: 'Loading…',
    field: {
      risks: 'Main risks',
      hiddenDangers: 'Hidden dangers that may arise',
      consequences: 'Consequences',
      measures: 'Control measures',
      emergency: 'Emergency measures',
      report: 'Whom to tell',
    },
    risks: '{name}; may lead to: {types}.',
    graded: '{method} gives {score}: {level}.',
    majorHazard: '{name}: major hazard, {grade} (GB 18218-2018).',
    reportFirst:
      'Keep clear and warn others first, then tell your superior and the park, and call for help.',
    head: '{body}, head: {name}, telephone: {phone}',
    parkSafety: 'Safety body of the park',
    demoPhone: 'demo number',
    noPhone: 'not registered',
    basis:
      'Six fields after 安委办〔2016〕11号; texts marked as proposed have no official source and are confirmed before the card is hung up.',
    scanPoint: 'Scan for this risk point',
    scanPark: 'Scan for this park',
    loopback:
      'This address works on this machine only, no telephone can open it: open this page by the address of the server, then print.',
    board: 'Notice board of safety risks',
    publishedOn: 'Published {day}',
    plan: 'Four-colour plan',
    noPlan: 'No building is registered, so no plan is drawn.',
    counts: 'Risk points',
    unit: '{n}',
    withoutPlace: '{n} more risk points have no coordinates and are not drawn.',
    list: 'Major and larger risk points',
    nothing: 'No major or larger risk point is registered in this park.',
    column: {
      number: 'No.',
      name: 'Name',
      place: 'Place',
      level: 'Level',
      types: 'Accident types',
      measures: 'Control measures',
      department: 'Department',
      person: 'Person',
    },
    supervision: 'Supervision hotline',
    responsible: 'Safety head of the park',
    boardBasis:
      'Columns after 江苏条例 2024 articles 11 and 16: larger and major risk points are published. A level is not a hidden danger.',
  },
}
