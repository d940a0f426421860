import { searchSchema, type SearchAnswer } from '#data/contract/responses'
import type { SearchKind } from '#data/domain/search'
import { PARK_FEATURE_KIND_ORDER, PARK_FEATURE_KINDS } from '#data/domain/parkFeatures'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { containsPattern, escapeLike, hasTrigrams } from './textTokens.ts'

export type SearchItem = SearchAnswer['items'][number]
/** Words that must all be found, the first of which ranks; at least one. */
export type SearchTerms = { tokens: readonly string[]; limit: number }

const itemSchema = searchSchema.shape.items.def.element

/** A word that this many risk points share says too little for a better order among them. */
const MOST_RANKED_RISK_POINTS = 20_000

/** Every statement takes the patterns of all words, the first word, the same escaped, the limit. */
function parametersOf({ tokens, limit }: SearchTerms): unknown[] {
  const first = tokens[0] ?? ''
  return [tokens.map(containsPattern), first, escapeLike(first), limit]
}

/**
 * How well a thing fits the first word, best first: it is the name, the name starts with it, it is
 * a word of the key (pinyin, initials or code), such a word starts with it, it is anywhere within.
 */
function rankOf(table: string): string {
  return `CASE
    WHEN lower(${table}.name) = $2::text THEN 0
    WHEN lower(${table}.name) LIKE $3::text || '%' THEN 1
    WHEN ' ' || ${table}.search_key || ' ' LIKE '% ' || $3 || ' %' THEN 2
    WHEN ' ' || ${table}.search_key LIKE '% ' || $3 || '%' THEN 3
    ELSE 4
  END`
}

function placeOf(table: string): string {
  return `
    JOIN areas AS community ON community.code = ${table}.area_code
    JOIN areas AS street ON street.code = left(${table}.area_code, 9)`
}

const PARK_POSITION = `json_build_array(ST_X(park.label_point), ST_Y(park.label_point))`

/** What a thing of a site is called in Chinese; names and codes need not say it. */
const KIND_NAME = `CASE feature.kind ${PARK_FEATURE_KIND_ORDER.map(
  (kind) => `WHEN '${kind}' THEN '${PARK_FEATURE_KINDS[kind].labels['zh-CN']}'`,
).join(' ')} END`

/**
 * The searches of each kind. At least one word must stand in the thing's own key, the others may
 * stand in the names of where it lies: "坂田 物流".
 */
const STATEMENTS: Record<SearchKind | 'scannedRiskPoint', string> = {
  area: `
    SELECT 'area' AS kind, area.code, area.name, area.code AS "areaCode", NULL AS "parkCode",
      coalesce(parent.name, '') AS context,
      json_build_array(ST_X(area.label_point), ST_Y(area.label_point)) AS position
    FROM areas AS area
    LEFT JOIN areas AS parent ON parent.code = area.parent_code
    WHERE area.search_key LIKE ANY ($1::text[])
      AND concat_ws(' ', area.search_key, parent.search_key) LIKE ALL ($1)
    ORDER BY ${rankOf('area')}, length(area.code), area.code
    LIMIT $4`,
  park: `
    SELECT 'park' AS kind, park.code, park.name, park.area_code AS "areaCode",
      park.code AS "parkCode", street.name || ' › ' || community.name AS context,
      ${PARK_POSITION} AS position
    FROM parks AS park ${placeOf('park')}
    WHERE park.search_key LIKE ANY ($1::text[])
      AND concat_ws(' ', park.search_key, community.search_key, street.search_key) LIKE ALL ($1)
    ORDER BY ${rankOf('park')}, park.code
    LIMIT $4`,
  enterprise: `
    SELECT 'enterprise' AS kind, enterprise.code, enterprise.name,
      enterprise.area_code AS "areaCode", park.code AS "parkCode",
      concat_ws(' › ', street.name, community.name, park.name) AS context,
      ${PARK_POSITION} AS position
    FROM enterprises AS enterprise
    JOIN parks AS park ON park.code = enterprise.park_code ${placeOf('park')}
    WHERE enterprise.search_key LIKE ANY ($1::text[]) AND enterprise.retired_at IS NULL
      AND concat_ws(' ', enterprise.search_key, park.search_key, community.search_key,
        street.search_key) LIKE ALL ($1)
    ORDER BY ${rankOf('enterprise')}, enterprise.code
    LIMIT $4`,
  // Few enough to be read whole. A unit bears the name of its enterprise, which is found itself.
  siteFeature: `
    SELECT 'siteFeature' AS kind, feature.code, feature.name, feature.area_code AS "areaCode",
      park.code AS "parkCode", concat_ws(' › ', street.name, community.name, park.name) AS context,
      json_build_array(ST_X(feature.place), ST_Y(feature.place)) AS position
    FROM (
      SELECT code, park_code, area_code, coalesce(name, ${KIND_NAME}) AS name,
        ST_PointOnSurface(geom) AS place,
        lower(concat_ws(' ', name, ${KIND_NAME}, code)) AS search_key
      FROM park_features AS feature WHERE kind <> 'unit'
    ) AS feature
    JOIN parks AS park ON park.code = feature.park_code AND park.demonstration ${placeOf('park')}
    WHERE feature.search_key LIKE ANY ($1::text[]) AND park.retired_at IS NULL
      AND concat_ws(' ', feature.search_key, park.search_key, community.search_key,
        street.search_key) LIKE ALL ($1)
    ORDER BY ${rankOf('feature')}, feature.code
    LIMIT $4`,
  riskPoint: riskPointStatement('point.search_key'),
  scannedRiskPoint: riskPointStatement(`(point.search_key || '')`),
}

/** @param key what the words are looked for in; an expression keeps the trigram index out of it */
function riskPointStatement(key: string): string {
  return `
    SELECT 'riskPoint' AS kind, point.code, point.name,
      point.area_code AS "areaCode", point.park_code AS "parkCode", point.context,
      CASE WHEN point.geom IS NOT NULL
        THEN json_build_array(ST_X(point.geom), ST_Y(point.geom)) END AS position
    FROM (
      SELECT point.code, point.name, point.search_key, point.level, point.geom,
        point.area_code, point.park_code,
        concat_ws(' › ', street.name, community.name, park.name) AS context
      FROM risk_points AS point
      JOIN parks AS park ON park.code = point.park_code ${placeOf('park')}
      WHERE ${key} LIKE ANY ($1::text[]) AND point.retired_at IS NULL
        AND concat_ws(' ', point.search_key, park.search_key, community.search_key,
          street.search_key) LIKE ALL ($1)
      LIMIT ${MOST_RANKED_RISK_POINTS}
    ) AS point
    ORDER BY ${rankOf('point')}, point.level, point.code
    LIMIT $4`
}

/** Things of one kind that hold every word, the best fitting first. */
export function searchKind(
  transaction: Queryable,
  kind: SearchKind,
  terms: SearchTerms,
): Promise<SearchItem[]> {
  const isScanned = kind === 'riskPoint' && !terms.tokens.every(hasTrigrams)
  const statement = STATEMENTS[isScanned ? 'scannedRiskPoint' : kind]
  return query(transaction, itemSchema, statement, parametersOf(terms))
}
