// A zipped shapefile to GeoJSON features in longitude and latitude. The .prj decides the projection (shpjs, proj4);
// without one the numbers are taken as they are, so metres are refused later as projected. Attribute text: .cpg, else
// strict UTF-8, else GB18030. Beijing 1954 and Xi'an 1980 are refused as in crs.ts.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import shp from 'shpjs';
import type { Outcome, Problem } from '../domain/problem';
import { decodeText } from './decode-text';
import type { FileFeatures } from './file-features';

const MOST_UNPACKED_BYTES = 500 * 1024 * 1024;
const OLD_DATUM = /beijing|xian|krassovsky|krasovsky|iag_?75|new_beijing/i;

function refuse(file: string, what: string, mend: string): Outcome<FileFeatures> {
  const where = { file };
  return {
    ok: false,
    problems: [{ code: 'shapefile', severity: 'error', where, text: `${file}：${what}`, mend }],
  };
}

type Files = Record<string, Uint8Array>;

function unpack(bytes: Uint8Array): Files | null {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        return /\.(shp|dbf|prj|cpg)$/i.test(name) && total <= MOST_UNPACKED_BYTES;
      },
    });
  } catch {
    return null;
  }
}

/** The files with lower-case endings and a .cpg beside every .dbf that has none. */
function withEncodings(files: Files): Files {
  const named: Files = {};
  for (const [name, bytes] of Object.entries(files)) {
    named[name.replace(/\.[a-z]+$/i, (ending) => ending.toLowerCase())] = bytes;
  }
  for (const [name, bytes] of Object.entries(named)) {
    const codePage = name.replace(/\.dbf$/, '.cpg');
    if (!name.endsWith('.dbf') || named[codePage] !== undefined) continue;
    named[codePage] = strToU8(decodeText(bytes)?.encoding === 'gb18030' ? 'gb18030' : 'utf-8');
  }
  return named;
}

/** Features of every layer in the zip. */
export async function readShapefileZip(
  bytes: Uint8Array,
  fileName: string,
): Promise<Outcome<FileFeatures>> {
  const files = unpack(bytes);
  const names = Object.keys(files ?? {});
  if (files === null || !names.some((name) => /\.shp$/i.test(name))) {
    const mend = '请把 .shp、.dbf、.prj、.cpg 一起打包成 zip。';
    return refuse(fileName, '压缩包里没有 Shapefile（.shp），或文件不完整。', mend);
  }
  const projections = names.filter((name) => /\.prj$/i.test(name));
  const old = projections.find((name) =>
    OLD_DATUM.test(strFromU8(files[name] ?? new Uint8Array())),
  );
  if (old !== undefined) {
    const what = `${old} 是北京54或西安80坐标系，转换参数按地区而异且部分不公开，不能直接换算。`;
    return refuse(fileName, what, '请先转换为 CGCS2000 后再用。');
  }
  const zip = zipSync(withEncodings(files), { level: 0 });
  const layers = await shp(zip.buffer as ArrayBuffer).catch(() => null);
  if (layers === null) {
    return refuse(fileName, 'Shapefile 已损坏或不完整。', '请重新导出，并把全部文件一起打包。');
  }
  const features = [layers].flat().flatMap((layer) => layer.features);
  const unknown: Problem = {
    code: 'shapefile-no-prj',
    severity: 'warning',
    where: { file: fileName },
    text: `${fileName}：没有 .prj，坐标按 --projects-crs（缺省 WGS84 经纬度）处理。`,
    mend: '请补上 .prj，或核对坐标系。',
  };
  const notes = projections.length === 0 ? [unknown] : [];
  return { ok: true, value: { features, encoding: 'utf-8' }, notes };
}
