import type { EditedEntity } from '#data/domain/changes'

const TABLES = {
  riskPoint: 'risk_points',
  hazardSource: 'hazard_sources',
  enterprise: 'enterprises',
  park: 'parks',
} as const satisfies Record<EditedEntity, string>

/**
 * Every version of every record of a kind, as rows of its table with `valid_to` (null: present) and
 * `kept`, the JSON of a past one: past versions were kept as the table had them (0008), so the same
 * columns are read from them as from the table.
 * @param among which past versions are looked at, by an index: a condition on `version`, a row of
 * record_versions. Without it every past version of the kind is unpacked.
 */
export function timelineOf(entity: EditedEntity, among: string): string {
  const table = TABLES[entity]
  return `(
    SELECT present.*, NULL::timestamptz AS valid_to, NULL::jsonb AS kept FROM ${table} AS present
    UNION ALL
    SELECT past.*, version.valid_to, version.record
    FROM record_versions AS version
    CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, version.record) AS past
    WHERE version.entity = '${entity}' AND ${among}
  )`
}

/** The condition that a row of `timelineOf` was valid at the instant of a parameter. */
export function validAt(row: string, parameter: string): string {
  return `${row}.valid_from <= ${parameter}::timestamptz
    AND (${row}.valid_to IS NULL OR ${row}.valid_to > ${parameter}::timestamptz)`
}

/** Past versions of the record whose code is a parameter. */
export const ofCode = (parameter: string): string => `version.code = ${parameter}`

/** What every record that is edited carries: its version, who made it, and since when it is retired. */
export function changeColumns(row: string): string {
  return `${row}.version, to_json(${row}.retired_at) AS "retiredAt",
    json_build_object('kind', ${row}.change_kind, 'at', ${row}.valid_from, 'by', ${row}.changed_by,
      'reason', ${row}.change_reason) AS change`
}
