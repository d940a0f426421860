/**
 * Keeps what is dear to build, by a key that names everything it depends on (scope, data version,
 * day), so an entry never becomes wrong and is only dropped for room, the least recently used first.
 * Whoever asks while an entry is being built waits for that build; a build that fails is forgotten.
 * Builds run one after the other: two versions of a million points at once would double the memory.
 */
export class VersionedCache<T> {
  readonly #entries = new Map<string, Promise<T>>()
  readonly #capacity: number
  #lastBuild: Promise<unknown> = Promise.resolve()

  constructor(options: { capacity: number }) {
    this.#capacity = options.capacity
  }

  get(key: string, build: () => Promise<T>): Promise<T> {
    const found = this.#entries.get(key)
    const entry = found ?? this.#enqueue(key, build)
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    this.#dropOldest()
    return entry
  }

  get size(): number {
    return this.#entries.size
  }

  #enqueue(key: string, build: () => Promise<T>): Promise<T> {
    const entry = this.#lastBuild.then(build)
    this.#lastBuild = entry.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key)
    })
    return entry
  }

  #dropOldest(): void {
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= this.#capacity) return
      this.#entries.delete(key)
    }
  }
}
