import * as z from 'zod/mini'
import { instantSchema } from '../../domain/changes.ts'
import { documentLineSchema } from '../../domain/documentTemplate.ts'
import { documentTemplateKeySchema, LONGEST_BODY } from '../../domain/documentTemplates.ts'
import { reasonBodySchema, typedText } from '../bodies.ts'
import { READ, WRITE, type Endpoint } from '../endpoint.ts'
import { checkCodeSchema, hiddenDangerCodeSchema } from '../hiddenDangerBodies.ts'
import { areaFilterSchema, noQuerySchema, pageQuery } from '../queries.ts'
import { answerFields, countSchema, placedSchema } from './shared.ts'

const templateVersionSchema = z.object({
  key: documentTemplateKeySchema,
  version: z.int(),
  title: z.string(),
  body: z.string(),
  /** Of the product (version 1) or of the district that uses it. */
  shipped: z.boolean(),
  changedBy: z.nullable(z.string()),
  changedAt: z.nullable(instantSchema),
  changeReason: z.nullable(z.string()),
})
export type DocumentTemplateVersion = z.infer<typeof templateVersionSchema>

/** What a document is made from: a visit or a hidden danger, one of them. */
const subjectFields = {
  check: z.optional(checkCodeSchema),
  hiddenDanger: z.optional(hiddenDangerCodeSchema),
}

/** A document as it would be printed. */
const draftSchema = z.object({
  templateKey: documentTemplateKeySchema,
  templateVersion: z.int(),
  title: z.string(),
  lines: z.array(documentLineSchema),
  /** Not a document of enforcement: of the product's own words, or about invented records. */
  sample: z.boolean(),
  fictitious: z.boolean(),
  ...answerFields,
})
export type DocumentDraft = z.infer<typeof draftSchema>

export const issuedItemSchema = z.extend(placedSchema, {
  id: z.int(),
  number: z.string(),
  templateKey: documentTemplateKeySchema,
  templateVersion: z.int(),
  title: z.string(),
  checkCode: z.nullable(z.string()),
  hiddenDangerCode: z.nullable(z.string()),
  issuedBy: z.string(),
  issuedAt: instantSchema,
  voided: z.nullable(z.object({ at: instantSchema, by: z.string(), reason: z.string() })),
  fictitious: z.boolean(),
})
export type IssuedDocumentItem = z.infer<typeof issuedItemSchema>
const issuedSchema = z.extend(issuedItemSchema, {
  lines: z.array(documentLineSchema),
  sample: z.boolean(),
  ...answerFields,
})
export type IssuedDocument = z.infer<typeof issuedSchema>

const templateParams = z.strictObject({ key: documentTemplateKeySchema })
const documentParams = z.strictObject({
  id: z.string().check(z.regex(/^\d{1,9}$/, 'must be the id of a document')),
})
const bodySchema = z
  .string()
  .check(
    z.minLength(1, 'must not be empty'),
    z.maxLength(LONGEST_BODY, `must be at most ${LONGEST_BODY} characters`),
    z.regex(
      /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/,
      'must not hold control characters',
    ),
  )

export const DOCUMENTS_CONTRACT = {
  listDocumentTemplates: {
    ...READ,
    path: '/api/document-templates',
    summary: 'The templates of documents as they are in force.',
    query: noQuerySchema,
    response: z.object({ items: z.array(templateVersionSchema), asOf: instantSchema }),
  },
  getDocumentTemplate: {
    ...READ,
    path: '/api/document-templates/:key',
    summary: 'Every version of one template, the one in force first.',
    params: templateParams,
    query: noQuerySchema,
    versioned: true,
    response: z.object({
      version: z.int(),
      versions: z.array(templateVersionSchema),
      asOf: instantSchema,
    }),
  },
  changeDocumentTemplate: {
    ...WRITE,
    path: '/api/document-templates/:key/versions',
    summary: 'Puts a new version of a template in force; those before stay readable.',
    params: templateParams,
    body: z.strictObject({ title: typedText(40), body: bodySchema, reason: typedText(200) }),
    ifMatch: true,
    versioned: true,
    response: templateVersionSchema,
  },
  draftDocument: {
    ...READ,
    path: '/api/document-templates/:key/draft',
    summary: 'The document that a template makes of a visit or a hidden danger; nothing is kept.',
    params: templateParams,
    query: z.strictObject(subjectFields),
    response: draftSchema,
  },
  previewDocument: {
    ...WRITE,
    path: '/api/document-templates/:key/preview',
    summary: 'The same with a body that is not in force yet; nothing is kept.',
    params: templateParams,
    body: z.strictObject({ title: typedText(40), body: bodySchema, ...subjectFields }),
    response: draftSchema,
  },
  issueDocument: {
    ...WRITE,
    path: '/api/documents',
    summary: 'Issues a document: numbered, and kept as it was.',
    body: z.strictObject({ template: documentTemplateKeySchema, ...subjectFields }),
    idempotent: true,
    status: 201,
    response: issuedSchema,
  },
  listDocuments: {
    ...READ,
    path: '/api/documents',
    summary: 'Issued documents, the latest first; paged by cursor.',
    query: z.strictObject({
      area: areaFilterSchema,
      template: z.optional(documentTemplateKeySchema),
      ...subjectFields,
      ...pageQuery,
    }),
    response: z.object({
      items: z.array(issuedItemSchema),
      nextCursor: z.nullable(z.string()),
      total: countSchema,
      ...answerFields,
    }),
  },
  getDocument: {
    ...READ,
    path: '/api/documents/:id',
    summary: 'One issued document, line by line as it was issued.',
    params: documentParams,
    query: noQuerySchema,
    response: issuedSchema,
  },
  voidDocument: {
    ...WRITE,
    path: '/api/documents/:id/voiding',
    summary: 'Says that an issued document is void, and why; it stays readable.',
    params: documentParams,
    body: reasonBodySchema,
    response: issuedSchema,
  },
} as const satisfies Record<string, Endpoint>
