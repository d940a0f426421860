import type { Labels } from '../domain/locales.ts'

/** Why a typed position cannot be read, in sentences that say what to do. */
export const COORDINATE_PROBLEMS = {
  empty: {
    'zh-CN': '请填写经度和纬度,例如 114.144, 22.669',
    en: 'Give longitude and latitude, for example 114.144, 22.669',
  },
  unreadable: {
    'zh-CN': '有无法识别的字符;请写成 114.144, 22.669 或 114°08′38.4″E 22°40′08.4″N',
    en: 'Some characters cannot be read; write 114.144, 22.669 or 114°08′38.4″E 22°40′08.4″N',
  },
  missingHalf: {
    'zh-CN': '只有一个坐标;请同时填写经度和纬度',
    en: 'Only one half is there; give both longitude and latitude',
  },
  unclearParts: {
    'zh-CN': '分不清哪些数字是经度、哪些是纬度;请在两者之间加逗号',
    en: 'It is unclear where one half ends; put a comma between longitude and latitude',
  },
  oneMark: {
    'zh-CN': '只有一半标了东经或北纬;请两半都标,或都不标',
    en: 'Only one half says east or north; mark both halves or neither',
  },
  tooManyParts: {
    'zh-CN': '数字过多;只填写一个点的经度和纬度,每个至多度、分、秒三个数',
    en: 'Too many numbers; give one point, each half with at most degrees, minutes and seconds',
  },
  unitsOutOfOrder: {
    'zh-CN': '度、分、秒的顺序有误;请依次写度、分、秒',
    en: 'Degrees, minutes and seconds are out of order; write them in this order',
  },
  fractionTooEarly: {
    'zh-CN': '只有最后一个数可以带小数;有分时度须为整数,有秒时分须为整数',
    en: 'Only the last number may have decimals; degrees before minutes are whole, and minutes before seconds',
  },
  minutesTooLarge: {
    'zh-CN': '分须小于 60;请核对',
    en: 'Minutes must be below 60; check them',
  },
  secondsTooLarge: {
    'zh-CN': '秒须小于 60;请核对',
    en: 'Seconds must be below 60; check them',
  },
  twoLatitudes: {
    'zh-CN': '两个都是纬度;请把其中一个改为经度(约 114)',
    en: 'Both halves are latitudes; make one of them the longitude (about 114)',
  },
  twoLongitudes: {
    'zh-CN': '两个都是经度;请把其中一个改为纬度(约 22.7)',
    en: 'Both halves are longitudes; make one of them the latitude (about 22.7)',
  },
  swapped: {
    'zh-CN': '经纬度标记与数值不符;请核对东经、北纬是否写反',
    en: 'The letters contradict the numbers; check whether east and north are swapped',
  },
  planeCoordinates: {
    'zh-CN': '像是以米为单位的平面坐标;请换算成经纬度后填写',
    en: 'These look like plane coordinates in metres; convert them to degrees first',
  },
  outOfRange: {
    'zh-CN': '不在中国范围内;经度应在 73 至 136 之间,纬度应在 3 至 54 之间',
    en: 'This is not in China; longitude is from 73 to 136 and latitude from 3 to 54',
  },
} as const satisfies Record<string, Labels>

export type CoordinateProblem = keyof typeof COORDINATE_PROBLEMS
