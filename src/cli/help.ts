export const HELP = `村图 Cuntu 命令行（与网页同一个计算引擎，不联网）

用法
  cuntu coverage --villages <文件|pack:包名> --projects <文件|pack:包名> --distance <距离> [选项]
  cuntu gap --distance <距离> [--pack 包名或文件夹] [--projects <文件|pack:包名>] [选项]
  cuntu indicators [--pack 包名或文件夹] [--roads 文件] [--clinics 文件] [--schools 文件] [--sites 文件] [选项]
  cuntu claims [--pack 包名或文件夹] [--distance 距离] [--out 文件.csv|.json]
  cuntu rules  [--pack 包名或文件夹] [--out 文件.csv|.json]
  cuntu audit <pack:包名|文件夹|方案.cuntu|表格文件> [--json] [--out 文件.csv|.xlsx|.json]
  cuntu inspect <文件…> [--json] [--pack 包名或文件夹]
  cuntu convert <文件> --to-crs <坐标系> -o <输出文件> [--from-crs 坐标系] [--layer 图层名]
  cuntu pack new <文件夹> --name <市或县名> --counties <县界文件> [--counties-crs 坐标系] [--villages 村名单]
  cuntu pack build <文件夹>
  cuntu pack check <文件夹或包名>
  cuntu --help | --version

coverage 覆盖清单
  --villages           村表：能导入网页的任何格式（.csv .tsv .xlsx .geojson .shp .zip .kml .gpkg …），或 pack:yuncheng
                       列按表头识别，与网页的导入、cuntu inspect 相同：行政区划代码（12 位）、村名、经度、纬度、
                       位置精度（可缺）；本区域的村没有代码的，按县、乡镇和村名匹配
  --projects           项目：.geojson .json .kml .kmz .zip（打包的 Shapefile），或 pack:yuncheng
  --only               只算这些项目（id 或名称，逗号分隔），如 --only dayudu
  --distance           服务距离：2km、500m、2公里；只写数字按米
  --villages-crs       村坐标系：wgs84、cgcs2000、gcj02、bd09、cgcs2000:zone37（3 度带 25–45，
                       6 度带 13–23，带号前缀可有可无，东北坐标先后不限）、epsg:4549；不写时用文件声明的或有把握
                       认出的（都会说明），中国境内的经纬度按 wgs84 并提示，其余列出依据、不计算（退出码 1）
  --projects-crs       项目坐标系，同上；Shapefile 有 .prj 时以 .prj 为准
  --villages-accuracy  没有精度列时村点的位置精度，缺省 0m
  --projects-accuracy  没有精度属性时线位的精度，缺省 0m
  --out                写入文件：.csv（UTF-8 带 BOM）、.xlsx、.geojson、.json；缺省把 CSV 写到标准输出

输出列 code, name, state, distance_m（椭球面测地距离，米，3 位小数）, nearest_project；按 code 排序
state：covered-certain 确定覆盖，covered-as-drawn 按标绘覆盖，possible 可能覆盖，not-covered 未覆盖

gap 缺口清单：未覆盖的村在前、可能覆盖的在后，各按估算贫困户数从多到少（与网页的缺口面板同一排名和片区）
  --projects           缺省是包里有线位或地点的项目；--only、--projects-crs、--projects-accuracy、--out 同上，
                       --out 为 .csv 或 .json
列 rank, code, name, state, poor_households（估算，空为不知）, poor_persons, estimated_from, nearest_project,
   distance_m, extension_m（再延伸多少米即可覆盖）, accuracy_m, cluster（片区中心村代码）, cluster_rank

indicators 可达性指标：农村通达指数（SDG 9.1.1，2 km）和到卫生服务、学校、安置点的比例；缺数据的写明需要什么
  --roads 等           代表道路、卫生、学校、安置点的文件；缺省用包里名称相符且有位置的项目
  --distance           后三项的距离，缺省 2km
  --weights            unit-count（缺省）、rural-people-estimate、poor-persons-estimate

audit 数据体检：表的合计与列间关系、正文与表、前后数字、单位与量级、名单、年份与目标、图形，逐条列出矛盾、算式、
可能原因和改法；表格文件按表头识别。有无发现都退出 0，打不开或读不懂退出 1，用法不对退出 2
  --json               把全部发现以 JSON 写到标准输出：[{id, kind, severity, where, against, stated, computed, unit,
                       arithmetic, cause, text, mend}]

inspect 检查要导入的文件（与网页的导入同一套识别、匹配和提示），不改动任何数据
  --json               每个文件一项：status（ok、warn、refuse）、format、encoding、crs、columns、rows、problems
  --pack               所属区域，缺省 yuncheng；Shapefile 的 .shp .dbf .prj .cpg 一起写上

convert 转换格式和坐标系
  -o, --out            .csv .xlsx .geojson .kml .dxf .zip（Shapefile）
  --from-crs           文件的坐标系；文件自己声明的（.prj、KML、GeoJSON）可以不写
  --to-crs             缺省 wgs84；cgcs2000、cgcs2000:zone37、gcj02、bd09、epsg:4549

pack 制作区域数据包：new 建立填报表（Excel）和县界，填好后 build 生成数据包文件夹和可在网页打开的 zip，check 核对
  --counties           县的面图层：.geojson .shp .zip .kml .gpkg …；--counties-crs 写明坐标系，缺省用文件声明的，否则 wgs84
  --villages           已有的村名单：.csv .xlsx …，列按表头识别，填进“乡镇”“村”两张表

退出码 0 完成；1 数据有问题（逐条列出位置和改法）；2 用法不对
`;
