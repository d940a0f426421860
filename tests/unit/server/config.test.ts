import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_THRESHOLDS } from '#data/grading/grade'
import { readConfig } from '../../../server/config.ts'

describe('readConfig', () => {
  it('has a value for everything', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataFolder: path.resolve('var/data'),
      databaseUrl: null,
      demoAsOf: null,
      mapApprovalNumber: null,
      thresholds: DEFAULT_THRESHOLDS,
      logLevel: 'info',
    })
  })

  it('counts an empty value as unset', () => {
    const names = [
      'PORT',
      'HOST',
      'DATA_DIR',
      'DATABASE_URL',
      'DEMO_AS_OF',
      'MAP_APPROVAL_NUMBER',
      'LEC_THRESHOLDS',
      'RISK_MATRIX_THRESHOLDS',
      'LOG_LEVEL',
    ]
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(readConfig({}))
  })

  it('reads what is set', () => {
    const environment = {
      PORT: '8080',
      HOST: '::1',
      DATA_DIR: '/srv/longgang',
      DATABASE_URL: 'postgres://u:p@db/longgang',
      DEMO_AS_OF: '2026-11-23',
      LEC_THRESHOLDS: ' >300, >=150, >=70',
      MAP_APPROVAL_NUMBER: ' 粤S(2026)000号 ',
      LOG_LEVEL: 'debug',
      PATH: '/bin',
    }
    expect(readConfig(environment)).toEqual({
      port: 8080,
      host: '::1',
      dataFolder: '/srv/longgang',
      databaseUrl: 'postgres://u:p@db/longgang',
      demoAsOf: '2026-11-23',
      mapApprovalNumber: '粤S(2026)000号',
      thresholds: {
        LEC: {
          version: 'LEC-2026.1(>300,>=150,>=70)',
          bounds: {
            major: { value: 300, inclusive: false },
            larger: { value: 150, inclusive: true },
            general: { value: 70, inclusive: true },
          },
        },
        LS: DEFAULT_THRESHOLDS.LS,
      },
      logLevel: 'debug',
    })
  })

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000x'],
    ['PORT', '-1'],
    ['HOST', '0.0.0.0'],
    ['HOST', 'example.org'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['DATABASE_URL', 'longgang'],
    ['DEMO_AS_OF', '23.11.2026'],
    ['DEMO_AS_OF', '2026-02-30'],
    ['MAP_APPROVAL_NUMBER', '审'.repeat(101)],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in one sentence that names it', (name, value) => {
    const reading = () => readConfig({ [name]: value })
    expect(reading).toThrow(new RegExp(`^${name} must .*\\.$`))
    expect(reading).toThrow(expect.objectContaining({ name: 'StartupError' }))
  })

  it('never prints the password of a database', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://u:secret@x/y' })).not.toThrow(/secret/)
  })
})
