import type { Router } from 'express'
import { refuseOtherMethods } from '../../http/endpoint.ts'
import { openapi } from './openapi.ts'
import { docsPage } from './docsPage.ts'

/** The description of the API for programs and, made from the same, for people. */
export function registerDocs(router: Router): void {
  const description = openapi()
  const json = Buffer.from(JSON.stringify(description))
  const html = Buffer.from(docsPage(description))
  router.get('/api/openapi.json', (_request, response) => {
    response.setHeader('Content-Type', 'application/json')
    response.set('Cache-Control', 'no-cache').send(json)
  })
  router.get('/api/docs', (_request, response) => {
    response.set('Cache-Control', 'no-cache').set('Content-Type', 'text/html; charset=utf-8')
    response.send(html)
  })
  for (const path of ['/api/openapi.json', '/api/docs']) refuseOtherMethods(router, path, ['get'])
}
