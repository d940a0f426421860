import { expect, test } from 'vitest'
import { GradingError } from '#data/grading/GradingError'
import { identifySubstance } from '#data/grading/identifySubstance'

test.each([
  [{ cas: '7664-41-7' }, { cas: '7664-41-7', name: '氨', criticalTonnes: 10, beta: 2 }],
  [
    { cas: '7664-41-7', hazardClass: 'J3' },
    { cas: '7664-41-7', name: '氨', criticalTonnes: 10, beta: 2 },
  ],
  [
    { cas: '6484-52-2' },
    { cas: '6484-52-2', name: '硝酸铵(含可燃物>0.2%)', criticalTonnes: 5, beta: 2 },
  ],
  [
    { cas: '6484-52-2', form: '含可燃物≤0.2%' },
    { cas: '6484-52-2', name: '硝酸铵(含可燃物≤0.2%)', criticalTonnes: 50, beta: 1 },
  ],
  [
    { cas: '67-63-0', hazardClass: 'W5.3' },
    { cas: '67-63-0', name: 'CAS 67-63-0(W5.3)', criticalTonnes: 1000, beta: 1 },
  ],
  [{ cas: '616-38-6' }, { cas: '616-38-6', name: '碳酸二甲酯', criticalTonnes: 1000, beta: 1 }],
  [
    { cas: '616-38-6', hazardClass: 'W5.1' },
    { cas: '616-38-6', name: '碳酸二甲酯(W5.1)', criticalTonnes: 10, beta: 1.5 },
  ],
  [
    { hazardClass: 'J1' },
    { cas: null, name: '急性毒性:类别1,气体(J1)', criticalTonnes: 5, beta: 4 },
  ],
])('%j is found', (identity, expected) => {
  expect(identifySubstance(identity)).toEqual(expected)
})

test.each([
  [{}, 'cas', /must be given, or hazardClass/],
  [{ cas: '7664-41-8' }, 'cas', /must be a CAS number such as/],
  [{ cas: '氨' }, 'cas', /must be a CAS number/],
  [{ cas: '67-63-0' }, 'cas', /67-63-0 is not in table 1.*hazardClass \(W5\.1 …\) must be given/],
  [{ cas: '67-63-0', hazardClass: 'W5' }, 'hazardClass', /must be one of W1\.1,.* J5/],
  [{ hazardClass: 'toString' }, 'hazardClass', /must be one of/],
  [{ cas: '7664-41-7', hazardClass: 'J9' }, 'hazardClass', /must be one of/],
  [{ cas: '6484-52-2', form: '溶液' }, 'form', /must be one of 含可燃物>0\.2% \|.*肥料/],
  [{ cas: '7664-41-7', form: '溶液' }, 'form', /must be left out/],
])('%j is refused for its %s', (identity, parameter, message) => {
  const identify = () => identifySubstance(identity, 'substances.3.')
  expect(identify).toThrow(GradingError)
  expect(identify).toThrow(message)
  expect(identify).toThrow(expect.objectContaining({ parameter: `substances.3.${parameter}` }))
})
