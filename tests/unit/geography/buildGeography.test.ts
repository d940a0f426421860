import { expect, test } from 'vitest'
import { buildGeography } from '../../../scripts/geography/buildGeography.ts'
import { readCommitted } from './readCollection.ts'

test('the committed files are what the script makes', { timeout: 60_000 }, () => {
  const files = buildGeography()
  expect([...files.keys()].sort()).toEqual([
    'communities.geojson',
    'district.geojson',
    'neighbours.geojson',
    'streets.geojson',
  ])
  // Compared as booleans: the difference of two files of 100 KiB explains nothing.
  for (const [name, text] of files) expect(text === readCommitted(name), name).toBe(true)
})
