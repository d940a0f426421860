import { html, type Html } from './html.ts'
import type { JsonSchema } from './openapiTypes.ts'

/** A JSON Schema as one reads a type: `integer 1–1000`, `Position | null`, `list of Park`. */
export function typeText(schema: JsonSchema): Html {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return html`<a href="#schema-${name}">${name}</a>`
  }
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.enum) return html`<code>${schema.enum.map(String).join(' | ')}</code>`
  if (schema.anyOf) return joinTypes(schema.anyOf.map((part) => typeText(part as JsonSchema)))
  if (Array.isArray(schema.type)) return html`${schema.type.join(' | ')}`
  if (schema.type === 'array') return listText(schema)
  if (schema.type === 'object') return objectText(schema)
  return html`${schema.type ?? 'any'}${constraintText(schema)}`
}

function joinTypes(types: readonly Html[]): Html {
  return html`${types.map((type, index) => (index === 0 ? type : html` | ${type}`))}`
}

function listText(schema: JsonSchema): Html {
  if (schema.prefixItems) {
    return html`[${schema.prefixItems.map((item, index) =>
      index === 0 ? typeText(item as JsonSchema) : html`, ${typeText(item as JsonSchema)}`,
    )}]`
  }
  const most = schema.maxItems === undefined ? '' : ` (≤ ${schema.maxItems})`
  return html`list of ${typeText((schema.items ?? {}) as JsonSchema)}${most}`
}

function objectText(schema: JsonSchema): Html {
  const properties = Object.entries(schema.properties ?? {}) as [string, JsonSchema][]
  return html`<dl>
    ${properties.map(
      ([name, property]) =>
        html`<dt><code>${name}</code></dt>
          <dd>${typeText(property)}</dd>`,
    )}
  </dl>`
}

function constraintText(schema: JsonSchema): string {
  const { minimum, maximum, exclusiveMinimum, maxLength, format, default: preset } = schema
  return [
    format && ` (${format})`,
    minimum !== undefined && maximum !== undefined && ` ${minimum}–${maximum}`,
    minimum !== undefined && maximum === undefined && ` ≥ ${minimum}`,
    exclusiveMinimum !== undefined && ` > ${exclusiveMinimum}`,
    maxLength !== undefined && `, ≤ ${maxLength} characters`,
    preset !== undefined && `; default ${JSON.stringify(preset)}`,
  ]
    .filter(Boolean)
    .join('')
}
