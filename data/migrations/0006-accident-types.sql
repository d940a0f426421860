-- The 27 classes of GB 6441-2025, as in data/domain/accidentTypes.ts: the columns of the map carry
-- the index in that list and have none for another name. A class that joins the list needs a
-- migration too, and a test says so. Of an array with another shape the first element is NULL.
ALTER TABLE risk_points ADD CONSTRAINT risk_points_accident_types_known CHECK (
  array_ndims(accident_types) = 1
  AND array_lower(accident_types, 1) = 1
  AND accident_types <@ ARRAY[
    '物体打击', '厂(场)内车辆致害', '道路(轨道)车辆致害', '机械致害', '起重致害', '触电', '淹溺',
    '灼烫', '火灾', '高处坠落', '跌落', '坍塌', '水害', '容器爆炸', '管道爆炸', '可燃气体爆炸',
    '可燃液体蒸气爆炸', '粉尘爆炸', '民用爆炸物品爆炸', '烟花爆竹爆炸', '其他可燃固体爆炸',
    '高温熔融物爆炸', '中毒', '窒息', '滑坡', '泄漏', '其他'
  ]::text[]
);
