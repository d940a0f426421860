import type { AccidentType } from '#data/domain/accidentTypes'
import { mapAccidentType1986, type MappedAccidentType } from '#data/domain/accidentTypes1986'
import { refused } from '../../../http/problems.ts'

type Resolved = { accidentTypes: AccidentType[]; accidentTypesOriginal: string[] | null }

/**
 * Accident types of GB 6441-2025, given as such or in the words of the 1986 edition, which are kept
 * as written and mapped. Given both, the new ones say what a person chose where an old one splits,
 * and join those that are mapped.
 * @throws HttpProblem 422 for an old class that nobody knows or that splits into several
 */
export function resolveAccidentTypes(input: {
  accidentTypes?: AccidentType[] | undefined
  accidentTypes1986?: string[] | undefined
}): Resolved | null {
  const { accidentTypes, accidentTypes1986 } = input
  if (!accidentTypes1986) {
    return accidentTypes ? { accidentTypes, accidentTypesOriginal: null } : null
  }
  const mapped = accidentTypes1986.map((name) => successorOf(name, accidentTypes))
  return {
    accidentTypes: [...new Set([...mapped.flat(), ...(accidentTypes ?? [])])],
    accidentTypesOriginal: accidentTypes1986,
  }
}

function successorOf(name: string, chosen: readonly AccidentType[] | undefined): AccidentType[] {
  const mapping = readMapping(name)
  if (mapping.kind === 'mapped') return [mapping.type]
  if (chosen?.some((type) => mapping.among.includes(type))) return []
  const among = mapping.among.join('、')
  throw refused('accidentTypes1986', {
    'zh-CN': `“${name}”在2025版中分为:${among}。请由人选定,填入 accidentTypes。`,
    en: `"${name}" became ${among} in the 2025 edition: a person chooses, in accidentTypes.`,
  })
}

function readMapping(name: string): MappedAccidentType {
  try {
    return mapAccidentType1986(name)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw refused('accidentTypes1986', {
      'zh-CN': `“${name}”不是 GB 6441-1986 的事故类别。请按该标准的用语填写,或改填2025版类型。`,
      en: `"${name}" is no accident class of GB 6441-1986: use its words, or accidentTypes of the 2025 edition.`,
    })
  }
}
