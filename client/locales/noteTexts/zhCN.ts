/** The long texts of the standing notes; the short ones are always on screen. */
export const zhCN = {
  noteTexts: {
    boundaryLong: '社区界由估计中心点推算,街道界由社区合并;不作为行政区划、权属、执法依据。',
    demoLong:
      '园区、企业、人员、风险点、隐患均为虚构。“东海科技工业园”名称取自2018年公开报道,其下数据同为虚构,与该园区实际无关。',
    mapNumberLong: '未配置审图号时只供内部使用,不得公开;公开前由展示单位送审。',
    mapNumberOfLong: '由展示单位送审取得,并由其配置。',
    asOfLong: '来源:{source}。时间为北京时间。',
    scopeLong:
      '不含园区外企业、三小场所、建筑施工、道路交通。276家为2018年公开数,其后公开数604家(约2020),口径不同。',
    levelLong: '等级是评估结果;有隐患才需整改。',
  },
}
