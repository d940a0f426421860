import type { Config } from '../config.ts'
import type { Db } from './Db.ts'
import { openEmbedded } from './embedded.ts'
import { openPostgresql } from './postgresql.ts'

/**
 * The database that the configuration names.
 * @param notify told what the database does by itself: restart, lost connections
 * @throws StartupError when it cannot be used
 */
export function openDb(
  { databaseUrl, dataFolder }: Pick<Config, 'databaseUrl' | 'dataFolder'>,
  notify: (message: string) => void,
): Promise<Db> {
  return databaseUrl === null
    ? openEmbedded({ dataFolder, onRestart: notify })
    : openPostgresql({ url: databaseUrl, onConnectionLost: notify })
}
