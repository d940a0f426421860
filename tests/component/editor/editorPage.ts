import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { ComponentMountingOptions } from '@vue/test-utils'
import { h, type Component } from 'vue'
import RiskPointEditor from '../../../client/components/editor/RiskPointEditor.vue'
import { loadMessages } from '../../../client/i18n.ts'
import { useEditorStore, type EditorTask } from '../../../client/stores/editor.ts'
import { useNotesStore } from '../../../client/stores/notes.ts'
import { usePlaceStore } from '../../../client/stores/place.ts'
import { POINT } from '../../unit/client/editor/records.ts'
import { square, STATE } from '../../unit/client/map/sceneStates.ts'
import { mountWith } from '../mountWith.ts'

export type Sent = { method: string; path: string; version: string | null; body: unknown }
type Answer = { status?: number; body: unknown } | 'away'
type Answers = (sent: Sent) => Answer | undefined

const park = (code: string, name: string, west: number) => ({
  type: 'Feature',
  geometry: { type: 'Polygon', coordinates: square(west, 22.6, 0.004) },
  properties: { code, name, areaCode: '440307013002', labelPoint: [west, 22.6] },
})
const PARKS = {
  type: 'FeatureCollection',
  features: [park('P-1', '榕嶂科创园', 114), park('P-2', '云砚智能产业园', 114.005)],
}
const HEALTH = {
  status: 'ready',
  database: 'embedded',
  dataVersion: '1',
  asOf: '2026-11-23T09:00:00+08:00',
  fictitious: true,
  mapApprovalNumber: null,
  writer: '演示管理员',
}
const GRADING = {
  methods: [
    { method: 'LEC', version: 'LEC-2026.1', thresholds: '>320,>=160,>=70' },
    { method: 'LS', version: 'LS-2026.1', thresholds: '>=20,>=15,>=9' },
  ],
  reviewIntervalDays: { major: 90, larger: 180, general: 365, low: 365 },
}

/** Answers the network by `answers`; everything that was sent, in order. */
export function stubServer(answers: Answers = () => undefined): Sent[] {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    const request: Sent = {
      method: init.method ?? 'GET',
      path: address,
      version: headers.get('If-Match'),
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : null,
    }
    const answer = answers(request)
    if (request.method !== 'GET' || answer) sent.push(request)
    if (answer === 'away') return Promise.reject(new TypeError('away'))
    if (!answer) return new Promise<Response>(() => {})
    return Promise.resolve(Response.json(answer.body, { status: answer.status ?? 200 }))
  })
  return sent
}

/** Mounts a part of the editor as the page does: with words, a router and what is loaded already. */
export async function mountEditor<C extends Component>(
  component: C,
  props: ComponentMountingOptions<C>['props'],
  answers: readonly (readonly [readonly string[], unknown])[] = [],
) {
  await Promise.all([loadMessages('records'), loadMessages('grading'), loadMessages('quality')])
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', name: 'overview', component: { render: () => null } }],
  })
  await router.push('/')
  const options = { props, global: { plugins: [router] } } as ComponentMountingOptions<C>
  const mounted = mountWith(component, options, [
    [['health'], HEALTH],
    [['parks'], PARKS],
    [['areas'], STATE.geography.areas],
    [['grading'], GRADING],
    [['park', 'P-1'], { code: 'P-1', areaCode: '440307013002', enterprises: [] }],
    [['park', 'P-2'], { code: 'P-2', areaCode: '440307013002', enterprises: [] }],
    [['riskPoint', POINT.code], POINT],
    ...answers,
  ])
  await flushPromises()
  return { ...mounted, router }
}

let open: VueWrapper[] = []
export function unmountAll(): void {
  for (const wrapper of open) wrapper.unmount()
  open = []
  document.body.replaceChildren()
}

/** The panel opens the editor of the task that was started. */
const panelOf = (task: EditorTask) => ({
  setup() {
    const editor = useEditorStore()
    editor.start(task)
    return () => editor.task && h(RiskPointEditor, { task: editor.task })
  },
})

/** The editor of a task, with what is typed into it and what becomes of it. */
export async function mountTask(task: EditorTask) {
  const mounted = await mountEditor(panelOf(task), {})
  const { wrapper, pinia } = mounted
  open.push(wrapper)
  const editor = useEditorStore(pinia)
  return {
    ...mounted,
    editor,
    place: usePlaceStore(pinia),
    notes: useNotesStore(pinia),
    field: (name: string) => wrapper.get<HTMLInputElement>(`[data-field=${name}]`),
    save: async () => {
      await wrapper.get('.save').trigger('click')
      await flushPromises()
    },
  }
}

type Page = Awaited<ReturnType<typeof mountTask>>

/** Everything that a survey needs, as an officer would type it. */
export async function fillIn({ wrapper, editor, field }: Page) {
  editor.pick({ longitude: 114.002, latitude: 22.602, errorMetres: 3 })
  await field('name').setValue('铝镁抛光除尘')
  await field('location').setValue('抛光车间')
  for (const [factor, value] of Object.entries({ l: '3', e: '6', c: '40' }))
    await wrapper.get(`[data-factor=${factor}]`).setValue(value)
  await field('accidentTypes').setValue('粉尘爆炸')
  await field('controlLevel').setValue('company')
  await field('measures').setValue('湿式负压、泄爆、每班清灰')
}
