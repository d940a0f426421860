import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { StartupError } from './StartupError.ts'

type Address = { host: string; port: number }

/** @throws StartupError when somebody else listens there, or only the superuser may. */
export async function listen(server: Server, { host, port }: Address): Promise<void> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason =
      code === 'EADDRINUSE'
        ? `${port} on ${host} is taken by another program; stop it or set PORT to another number.`
        : `${port} on ${host} cannot be used (${code}); set PORT to another number.`
    throw new StartupError(`PORT: ${reason}`, { cause: error })
  }
}

/** Finds out before the long steps of a start, such as creating a database. */
export async function requireFreePort(address: Address): Promise<void> {
  const server = createServer()
  await listen(server, address)
  await new Promise((resolve) => server.close(resolve))
}
