import type { RequestHandler } from 'express'
import helmet from 'helmet'

/**
 * Everything the page needs comes from this server, so the policy names nothing else. MapLibre and
 * our own workers start from files and blobs; Vue and MapLibre set styles on elements.
 * `upgrade-insecure-requests` and HSTS are off: districts serve this by http under a LAN name, where
 * they would leave the page blank; a proxy with TLS in front adds HSTS itself.
 */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    strictTransportSecurity: false,
    // Isolation by origin is announced to http pages in vain and fills their console with warnings.
    originAgentCluster: false,
    crossOriginOpenerPolicy: false,
  })
}
