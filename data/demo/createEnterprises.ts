import { HIGH_RISK_CLASS_ORDER, type Enterprise } from '../domain/enterprises.ts'
import type { ParkType } from '../domain/parks.ts'
import { sizeEnterprises } from './sizeEnterprises.ts'
import { INDUSTRIES, type Industry } from './industries.ts'
import { nameEnterprises } from './nameEnterprises.ts'
import type { ParkPlan } from './planParks.ts'
import { createRandom, type Random } from './random.ts'

/** The floors of a building, counted from 0 in the layout, that a tenant uses; the ground floor is 1. */
export type Lease = { building: number; lowest: number; highest: number }

/** An enterprise of the demo with what decides its risk points. */
export type Tenant = Enterprise & {
  park: ParkPlan
  trade: Industry
  /** Empty where nobody wrote down where it rents. */
  leases: readonly Lease[]
}

const MISSING_OFFICER_SHARE = 0.02
const MISSING_PHONE_SHARE = 0.03
const NEEDS_POLISHING: readonly ParkType[] = ['oldMixed', 'electronics', 'furniture']

/** The enterprises of every park, in the order of the parks, coded through. */
export function createEnterprises(plans: readonly ParkPlan[], seed: number): Tenant[] {
  const tenants = plans.flatMap((park) => tenantsOf(park, seed))
  tenants.forEach((tenant, index) => {
    tenant.code = `DEMO-E-${String(index + 1).padStart(5, '0')}`
  })
  nameEnterprises(tenants, createRandom(seed, 'enterprise names'))
  sizeEnterprises(tenants, seed)
  return tenants
}

/** What the data set carries of a tenant. */
export function enterpriseOf(tenant: Tenant): Enterprise {
  return {
    code: tenant.code,
    name: tenant.name,
    parkCode: tenant.parkCode,
    areaCode: tenant.areaCode,
    industry: tenant.industry,
    highRiskClass: tenant.highRiskClass,
    headcount: tenant.headcount,
    dustWorkers: tenant.dustWorkers,
    safetyOfficer: tenant.safetyOfficer,
    safetyPhone: tenant.safetyPhone,
    buildingCode: tenant.buildingCode,
    floor: tenant.floor,
    propertyOwner: tenant.propertyOwner,
    operator: tenant.operator,
    sublessor: tenant.sublessor,
    fictitious: true,
  }
}

function tenantsOf(park: ParkPlan, seed: number): Tenant[] {
  const random = createRandom(seed, 'enterprises', park.code)
  return random.shuffled(tradesOf(park, random)).map((trade) => ({
    park,
    trade,
    leases: [],
    code: '',
    name: '',
    parkCode: park.code,
    areaCode: park.areaCode,
    industry: trade.industry,
    highRiskClass: trade.highRiskClass,
    headcount: 1,
    dustWorkers: null,
    safetyOfficer: random.next() < MISSING_OFFICER_SHARE ? null : officer(random),
    safetyPhone: random.next() < MISSING_PHONE_SHARE ? null : '演示号码',
    buildingCode: null,
    floor: null,
    propertyOwner: null,
    operator: null,
    sublessor: null,
    fictitious: true,
  }))
}

/** Trades that fit the park; a 重大 point of metal dust needs somebody who polishes. */
function tradesOf(park: ParkPlan, random: Random): Industry[] {
  const needsPolishing = park.levels.major > 0 && NEEDS_POLISHING.includes(park.parkType)
  const needsGas = park.hazardPins.some(({ template }) => template === '氧气乙炔瓶间')
  const trades: Industry[] = []
  for (const highRiskClass of HIGH_RISK_CLASS_ORDER) {
    for (let index = 0; index < park.highRisk[highRiskClass]; index++) {
      const isPolisher = highRiskClass === 'dust' && index === 0 && needsPolishing
      trades.push(pickTrade(park.parkType, highRiskClass, random, isPolisher))
    }
  }
  if (needsGas) trades.push(INDUSTRIES.find(({ word }) => word === '工业气体站')!)
  while (trades.length < park.enterprises) trades.push(pickTrade(park.parkType, null, random))
  return trades
}

function pickTrade(
  parkType: ParkType,
  highRiskClass: Industry['highRiskClass'],
  random: Random,
  isPolisher = false,
): Industry {
  const options = INDUSTRIES.filter(
    (industry) =>
      industry.highRiskClass === highRiskClass &&
      industry.parkTypes[parkType] !== undefined &&
      (!isPolisher || industry.activities.includes('polishing')),
  )
  return options[random.weighted(options.map(({ parkTypes }) => parkTypes[parkType]!))]!
}

function officer(random: Random): string {
  const letter = String.fromCharCode(65 + random.integer(26))
  return `演示安全员${letter}${String(1 + random.integer(99)).padStart(2, '0')}`
}
