import { useI18n } from 'vue-i18n'
import { ApiError } from '../api/request.ts'

/** An error as a sentence in the reader's language; the server's own sentence is quoted. */
export function useErrorWords() {
  const { t } = useI18n()
  return (error: unknown): string => {
    const status = error instanceof ApiError ? error.status : 0
    if (status === 404) return t('error.notFound')
    if (!(error instanceof ApiError) || status === 0) return t('error.unreachable')
    return t('error.answered', { status, detail: error.message })
  }
}
