/** What the database's numbers are read as. */
export type WideArray = Uint16Array | Uint32Array | Float32Array
export type TypedArray = Uint8Array | WideArray
export type ArrayType<T> = {
  readonly BYTES_PER_ELEMENT: number
  new (length: number): T
  new (buffer: ArrayBuffer, byteOffset: number, length: number): T
}

/**
 * Numbers as PostgreSQL's send functions write them, joined. It sends the highest byte first; typed
 * arrays have it last on every machine we run on.
 */
export function fromBigEndian<T extends WideArray>(
  parts: readonly Uint8Array[],
  Target: ArrayType<T>,
): T {
  const buffer = new ArrayBuffer(parts.reduce((total, part) => total + part.length, 0))
  const bytes = Buffer.from(buffer)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  if (Target.BYTES_PER_ELEMENT === 2) bytes.swap16()
  else bytes.swap32()
  return new Target(buffer, 0, buffer.byteLength / Target.BYTES_PER_ELEMENT)
}
