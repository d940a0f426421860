import type { zhCN } from './zhCN.ts'

export const en: typeof zhCN = {
  work: {
    title: 'Work',
    sections: 'Sections',
    register: 'Register a check',
    noWriter: 'This server takes no writes; you can only read',
    form: {
      save: 'Save',
      cancel: 'Cancel',
      restored: 'What was not sent is here again.',
      discard: 'Discard and start anew',
      meanwhile:
        'Somebody took these steps while you were typing. Nothing typed is lost: look at it, then save.',
      impossible:
        'This step is not possible any more. What you typed stays here; copy it, then cancel.',
    },
  },
}
