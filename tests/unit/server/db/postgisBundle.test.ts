import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { selectFiles } from '../../../../server/db/postgisBundle.ts'

it('keeps the files of an archive that PostGIS needs, and no other', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'longgang-tar-'))
  const files = [
    'lib/postgresql/postgis-3.so',
    'lib/postgresql/postgis_raster-3.so',
    'share/proj/proj.db',
    'share/postgresql/extension/postgis.control',
    'share/postgresql/extension/postgis--3.6.2.sql',
    'share/postgresql/extension/postgis--ANY--3.6.2.sql',
  ]
  for (const file of files) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true })
    await writeFile(path.join(folder, file), file.repeat(100))
  }
  const archive = execFileSync('tar', ['-c', '-C', folder, 'lib', 'share'])
  const listing = execFileSync('tar', ['-tv'], { input: selectFiles(archive) }).toString()
  const kept = listing
    .trim()
    .split('\n')
    .map((line) => line.split(' ').at(-1))
  expect(kept.sort()).toEqual(files.filter((file) => !/raster|ANY/.test(file)).sort())
  expect(listing).toContain(String('share/proj/proj.db'.length * 100))
  await rm(folder, { recursive: true })
})
