import { CONTRACT, type EndpointKey } from '#data/contract'
import { PROBLEM_KINDS, PROBLEM_MEDIA_TYPE } from '../../http/problems.ts'
import { DOCS_STYLE } from './docsStyle.ts'
import { ENDPOINT_TITLES } from './endpointTitles.ts'
import { html, Html } from './html.ts'
import type { JsonSchema, OpenApi, Operation, Parameter, ResponseObject } from './openapiTypes.ts'
import { typeText } from './typeText.ts'

/** The readable description: one page without script, made from the OpenAPI description. */
export function docsPage(description: OpenApi): string {
  const { info, components } = description
  const operations = operationsOf(description)
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>接口说明 · ${info.title}</title>
        <style>
          ${new Html(DOCS_STYLE)}
        </style>
      </head>
      <body>
        <nav aria-label="目录 Contents">
          <p><a href="/">← 一张图 Map</a></p>
          ${operations.map(
            ({ key, path }) =>
              html`<a href="#${key}">${ENDPOINT_TITLES[key].title} <code>${path}</code></a>`,
          )}
          <a href="#problems">错误 Problems</a>
          <a href="#schemas">数据结构 Schemas</a>
        </nav>
        <main>
          <h1>接口说明 <small>API ${info.version}</small></h1>
          <p>${info.title}</p>
          <p>${info.description}</p>
          <p>
            机器可读 For programs: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1)
          </p>
          ${operations.map(operationSection)} ${problemsSection()}
          <section id="schemas">
            <h2>数据结构 <small>Schemas</small></h2>
            ${Object.entries(components.schemas).map(schemaSection)}
          </section>
        </main>
      </body>
    </html>`
  return page.text
}

type ListedOperation = { key: EndpointKey; method: string; path: string; operation: Operation }

function operationsOf(description: OpenApi): ListedOperation[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      operation && operation.operationId in CONTRACT
        ? [{ key: operation.operationId as EndpointKey, method, path, operation }]
        : [],
    ),
  )
}

function operationSection({ key, method, path, operation }: ListedOperation): Html {
  const { title, example } = ENDPOINT_TITLES[key]
  return html`<section id="${key}">
    <h2>${title} <small>${operation.operationId}</small></h2>
    <p class="address">
      <b>${method.toUpperCase()}</b> <code>${path}</code>
      ${example && html`<a href="${example}">试一试 Try</a>`}
    </p>
    <p>${operation.summary}</p>
    ${operation.description && html`<pre>${operation.description}</pre>`}
    ${parametersTable(operation.parameters)} ${bodySection(operation)} ${responsesTable(operation)}
  </section>`
}

function parametersTable(parameters: readonly Parameter[]): Html | null {
  if (parameters.length === 0) return null
  return html`<table>
    <thead>
      <tr>
        <th>参数 Parameter</th>
        <th>类型 Type</th>
        <th>说明 Note</th>
      </tr>
    </thead>
    <tbody>
      ${parameters.map(
        ({ name, in: place, required, schema, description }) =>
          html`<tr>
            <td><code>${name}</code> <small>${place}${required && ', 必填 required'}</small></td>
            <td>${typeText(schema)}</td>
            <td>${description}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** The JSON that comes with a request. */
function bodySection({ requestBody }: Operation): Html | null {
  if (!requestBody) return null
  const types = Object.entries(requestBody.content).map(
    ([mediaType, { schema }]) => html`${typeText(schema)} <small>${mediaType}</small>`,
  )
  return html`<p>请求内容 Body: ${types}</p>`
}

/** What an answer looks like; problems are alike everywhere and only named. */
function responsesTable(operation: Operation): Html {
  const responses = Object.entries(operation.responses)
  const isProblem = ([, { content }]: [string, ResponseObject]) =>
    content !== undefined && PROBLEM_MEDIA_TYPE in content
  return html`<table>
      <thead>
        <tr>
          <th>答复 Answer</th>
          <th>类型 Type</th>
          <th>说明 Note</th>
        </tr>
      </thead>
      <tbody>
        ${responses
          .filter((response) => !isProblem(response))
          .map(([status, response]) => responseRow(status, response))}
      </tbody>
    </table>
    <p>
      <a href="#problems">错误 Problems</a>:
      ${responses
        .filter(isProblem)
        .map(([status]) => status)
        .join(', ')}
    </p>`
}

function responseRow(status: string, { description, content = {} }: ResponseObject): Html {
  const types = Object.entries(content).map(
    ([mediaType, { schema }]) => html`${typeText(schema)} <small>${mediaType}</small>`,
  )
  return html`<tr>
    <td><code>${status}</code></td>
    <td>${types}</td>
    <td>${description}</td>
  </tr>`
}

function problemsSection(): Html {
  return html`<section id="problems">
    <h2>错误 <small>Problems, RFC 9457</small></h2>
    ${Object.entries(PROBLEM_KINDS).map(
      ([kind, { status, title, explanation }]) =>
        html`<h3 id="${kind}"><code>${status}</code> ${title}</h3>
          <p>${explanation}</p>`,
    )}
  </section>`
}

function schemaSection([name, schema]: [string, JsonSchema]): Html {
  return html`<h3 id="schema-${name}">${name}</h3>
    <div class="schema">${typeText(schema)}</div>`
}
