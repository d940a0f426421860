import { parkCodeSchema } from '#data/domain/parks'
import { riskPointCodeSchema } from '#data/domain/riskPoints'

/** Whom a link to 检查登记 names, as far as it does. */
export type RegisterTarget = {
  parkCode: string
  enterpriseCode?: string | null
  riskPointCode?: string | null
}

/** `register=new` asks for nobody in particular; else park, enterprise and risk point by commas. */
export const writeRegister = (target?: RegisterTarget): string =>
  target
    ? [target.parkCode, target.enterpriseCode ?? '', target.riskPointCode ?? '']
        .join(',')
        .replace(/,+$/, '')
    : 'new'

/** What is mistyped names nobody. */
export function readRegister(text: string | null): Required<RegisterTarget> | null {
  const [park, enterprise, point] = (text ?? '').split(',')
  const parkCode = parkCodeSchema.safeParse(park).data
  if (!parkCode || text === 'new') return null
  return {
    parkCode,
    enterpriseCode: parkCodeSchema.safeParse(enterprise).data ?? null,
    riskPointCode: riskPointCodeSchema.safeParse(point).data ?? null,
  }
}
