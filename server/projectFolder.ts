import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

function findProjectFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder)
    if (parent === folder) throw new Error('package.json is missing above the server')
    folder = parent
  }
  return folder
}

/** The folder of package.json, whether the server runs from its source or from dist/server. */
export const PROJECT_FOLDER = findProjectFolder()
