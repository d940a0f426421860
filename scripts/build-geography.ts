import { writeFileSync } from 'node:fs'
import { buildGeography } from './geography/buildGeography.ts'

for (const [name, text] of buildGeography()) {
  writeFileSync(new URL(`../data/geography/${name}`, import.meta.url), text)
  console.log(`data/geography/${name}: ${(text.length / 1024).toFixed(0)} KiB`)
}
