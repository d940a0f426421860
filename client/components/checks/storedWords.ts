/**
 * Words that go into the record, not onto the screen: in Chinese whatever the interface speaks,
 * because the office that reads the record does.
 */
export const USUAL_DEPARTMENTS = ['街道应急办', '社区工作站', '区应急管理局', '第三方机构'] as const
/** Why a visit is withdrawn that was registered by a slip of the finger. */
export const SLIP_REASON = '误点登记'
