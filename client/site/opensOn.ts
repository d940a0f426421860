import type { LocationQueryRaw } from 'vue-router'

/** The address of this page's server with the query: what a code on paper opens. */
export function addressOf(origin: string, query: LocationQueryRaw): string {
  const url = new URL('/', origin)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  return url.href
}

/** Whether an origin names the machine itself, so that no telephone can open it. */
export function isLoopback(origin: string): boolean {
  const { hostname } = new URL(origin)
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname)
}
