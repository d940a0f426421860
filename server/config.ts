import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { isCivilDay } from '#data/domain/clock'
import { DEFAULT_THRESHOLDS, type GradingThresholds } from '#data/grading/grade'
import { parseThresholds, type Thresholds } from '#data/grading/thresholds'
import { PROJECT_FOLDER } from './projectFolder.ts'
import { StartupError } from './StartupError.ts'

export const LOOPBACK = ['127.0.0.1', 'localhost', '::1'] as const
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Lower bounds of 重大, 较大 and 一般 of a grading method, `>320,>=160,>=70`. */
const thresholdsSchema = (base: Thresholds) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return parseThresholds(text, base)
      } catch (error) {
        context.addIssue({
          code: 'custom',
          message: `is no list of thresholds: ${error instanceof Error ? error.message : ''}`,
        })
        return z.NEVER
      }
    })
    .default(base)

/** Every message completes the sentence "NAME …". */
const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port from 1 to 65535')
    .transform(Number)
    .pipe(
      z
        .number()
        .min(1, 'must be a port from 1 to 65535')
        .max(65_535, 'must be a port from 1 to 65535'),
    )
    .default(3000),
  HOST: z
    .enum(LOOPBACK, {
      error:
        'must be 127.0.0.1, localhost or ::1 until sign-in exists: nobody else may read the data',
    })
    .default('127.0.0.1'),
  DATA_DIR: z.string().default(path.join('var', 'data')),
  DATABASE_URL: z
    .string()
    .refine(isPostgresqlUrl, 'must look like postgresql://user:password@host:5432/database')
    .optional(),
  DEMO_AS_OF: z.string().refine(isCivilDay, 'must be a day like 2026-11-23').optional(),
  MAP_APPROVAL_NUMBER: z.string().trim().max(100, 'must be at most 100 characters').optional(),
  LEC_THRESHOLDS: thresholdsSchema(DEFAULT_THRESHOLDS.LEC),
  RISK_MATRIX_THRESHOLDS: thresholdsSchema(DEFAULT_THRESHOLDS.LS),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
})

export type Config = {
  port: number
  host: string
  /** Folder of everything that the product keeps itself. */
  dataFolder: string
  /** Null: the embedded database in the data folder. */
  databaseUrl: string | null
  /** Civil day that the demo data is loaded for; null: the story's weekday nearest to today. */
  demoAsOf: string | null
  /** 审图号 that the map shows; null: none, and the map says so. */
  mapApprovalNumber: string | null
  /** Where the levels of each grading method begin. */
  thresholds: GradingThresholds
  logLevel: (typeof LOG_LEVELS)[number]
}

function isPostgresqlUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)
}

/** Adds what the file .env says and the environment does not. */
export function loadEnvironmentFile(): void {
  const file = path.join(PROJECT_FOLDER, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

/**
 * The environment, parsed once; an empty value counts as unset.
 * @throws StartupError with one sentence that names the first variable that is wrong.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const present = Object.entries(environment).filter(([, value]) => value?.trim())
  const result = environmentSchema.safeParse(Object.fromEntries(present))
  if (!result.success) {
    const [issue] = result.error.issues
    const name = String(issue?.path[0])
    // An address of a database holds a password.
    const value = name === 'DATABASE_URL' ? '' : ` (it is ${JSON.stringify(environment[name])})`
    throw new StartupError(`${name} ${issue?.message}${value}.`)
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, DEMO_AS_OF, MAP_APPROVAL_NUMBER, LOG_LEVEL } =
    result.data
  const { LEC_THRESHOLDS: LEC, RISK_MATRIX_THRESHOLDS: LS } = result.data
  return {
    port: PORT,
    host: HOST,
    dataFolder: path.resolve(DATA_DIR),
    databaseUrl: DATABASE_URL ?? null,
    demoAsOf: DEMO_AS_OF ?? null,
    mapApprovalNumber: MAP_APPROVAL_NUMBER ?? null,
    thresholds: { LEC, LS },
    logLevel: LOG_LEVEL,
  }
}
