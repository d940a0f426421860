/** Requests as the page makes them; a test answers each when it likes. */
export class FakeRequest {
  static sent: FakeRequest[] = []
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
  onload?: () => void
  onerror?: () => void
  status = 0
  statusText = ''
  responseText = ''
  timeout = 0
  address = ''
  headers = new Map<string, string>()
  open(_method: string, address: string) {
    this.address = address
  }
  setRequestHeader(name: string, value: string) {
    this.headers.set(name, value)
  }
  send() {
    FakeRequest.sent.push(this)
  }
  answer(status: number, body = '{}') {
    this.status = status
    this.responseText = body
    this.onload?.()
  }
}

export const photoFile = (name: string, type: string, size = 10) => {
  const made = new File(['x'], name, { type })
  Object.defineProperty(made, 'size', { value: size })
  return made
}
