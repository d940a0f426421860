import type { GradingEventInput } from '#data/contract/parkRecordBodies'
import { PARK_RECORDS_CONTRACT } from '#data/contract/parkRecords'
import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { createRequest } from './request.ts'

/** 一园一档, gradings and acceptances; whoever imports this comes after the first frame. */
export const parkRecordRequest = createRequest(PARK_RECORDS_CONTRACT)

export const useParkRecords = (area: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['parkRecords', area.value]),
    queryFn: ({ signal }) =>
      parkRecordRequest('listParkRecords', { query: { area: area.value }, signal }),
  })

export const useParkRecord = (code: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['parkRecord', code.value]),
    queryFn: ({ signal }) =>
      parkRecordRequest('getParkRecord', { params: { code: code.value }, signal }),
  })

export const useParkHistory = (code: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['parkHistory', code.value]),
    queryFn: ({ signal }) =>
      parkRecordRequest('getParkHistory', { params: { code: code.value }, signal }),
  })

/** Procedures of an area that are under way or done. */
export const useGradings = (area: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['gradings', area.value]),
    queryFn: ({ signal }) =>
      parkRecordRequest('listGradings', { query: { area: area.value }, signal }),
  })

/** Not `grading`: that key is of the settings, which no write makes stale. */
export const useGrading = (id: Ref<string>) =>
  useQuery({
    queryKey: computed(() => ['parkGrading', id.value]),
    queryFn: ({ signal }) => parkRecordRequest('getGrading', { params: { id: id.value }, signal }),
  })

export const actOnGrading = (id: number, version: number, body: GradingEventInput) =>
  parkRecordRequest('actOnGrading', { params: { id: String(id) }, version, body })
