export const HELP = `村图 Cuntu 命令行（与网页同一个计算引擎，不联网）

用法
  cuntu coverage --villages <文件|pack:包名> --projects <文件|pack:包名> --distance <距离> [选项]
  cuntu claims [--pack 包名或文件夹] [--distance 距离] [--out 文件.csv|.json]
  cuntu rules  [--pack 包名或文件夹] [--out 文件.csv|.json]
  cuntu pack check <文件夹或包名>
  cuntu --help

coverage 覆盖清单
  --villages           村表：.csv .tsv .xlsx .geojson .json，或 pack:yuncheng
                       列：行政区划代码 code（12 位）、村名 name、经度 lng、纬度 lat、位置精度 accuracy_m（可缺）
  --projects           项目：.geojson .json .kml .kmz .zip（打包的 Shapefile），或 pack:yuncheng
  --only               只算这些项目（id 或名称，逗号分隔），如 --only dayudu
  --distance           服务距离：2km、500m、2公里；只写数字按米
  --villages-crs       村坐标系，缺省 wgs84：cgcs2000、gcj02、bd09、cgcs2000:zone37（3 度带 25–45，
                       6 度带 13–23，带号前缀可有可无，东北坐标先后不限）、epsg:4549
  --projects-crs       项目坐标系，同上；Shapefile 有 .prj 时以 .prj 为准
  --villages-accuracy  没有精度列时村点的位置精度，缺省 0m
  --projects-accuracy  没有精度属性时线位的精度，缺省 0m
  --out                写入文件：.csv（UTF-8 带 BOM）、.xlsx、.geojson、.json；缺省把 CSV 写到标准输出

输出列 code, name, state, distance_m（椭球面测地距离，米，3 位小数）, nearest_project；按 code 排序
state：covered-certain 确定覆盖，covered-as-drawn 按标绘覆盖，possible 可能覆盖，not-covered 未覆盖

退出码 0 完成；1 数据有问题（逐条列出位置和改法）；2 用法不对
`;
