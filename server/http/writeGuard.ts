import type { Request } from 'express'
import { HttpProblem } from './problems.ts'

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]']

/** A proxy in front tells by one of them that the caller is not on this machine. */
const FORWARDING = ['Forwarded', 'Via', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP']

/**
 * Refuses a write that another page started in somebody's browser. Until sign-in exists whoever
 * reaches this server writes, so the request must name it by a loopback name (a foreign name that
 * resolves to 127.0.0.1 does not count) and, where the browser says where it comes from, come from
 * a page of this server.
 * @throws HttpProblem 403
 */
export function requireOwnPage(request: Request): void {
  const host = request.get('Host') ?? ''
  const origin = request.get('Origin')
  const site = request.get('Sec-Fetch-Site')
  const isLoopback = LOOPBACK_NAMES.includes(host.replace(/:\d+$/, ''))
  const isOwnOrigin = origin === undefined || origin === `${request.protocol}://${host}`
  const isOwnSite = site === undefined || site === 'same-origin' || site === 'none'
  const isForwarded = FORWARDING.some((header) => request.get(header) !== undefined)
  if (isLoopback && isOwnOrigin && isOwnSite && !isForwarded) return
  throw new HttpProblem('notAllowed', {
    'zh-CN': '只接受本机页面的写入:请用 http://127.0.0.1 打开本系统再操作。',
    en: 'Writes are accepted from a page of this server on this machine only: open it by http://127.0.0.1 and try again.',
  })
}
