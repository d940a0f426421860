/** Hands a file to the browser to keep. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has its own copy by then; before, Firefox would lose it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

const CSV_TYPE = 'text/csv;charset=utf-8'

export const saveCsv = (name: string, text: string) =>
  saveFile(name, new Blob([text], { type: CSV_TYPE }))
