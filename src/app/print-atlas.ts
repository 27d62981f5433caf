// 图册 as one PDF: area by area, one picture in memory at a time.
import type { CoverageResult } from '../analysis/coverage-result';
import { summariseCoverage } from '../analysis/coverage-summary';
import { picturePlan } from '../features/print/print-plan';
import type { PrintSettings } from '../features/print/print-settings';
import { tiledPicture } from '../features/print/print-tiles';
import type { Outcome } from '../domain/problem';
import type { MapScene } from '../map/map-scene';
import type { StillMap } from '../map/still-image';
import { type AtlasArea, atlasAreas } from '../report/atlas-areas';
import { publicAtlas } from '../report/atlas-publish';
import { handoutVillages } from '../report/handout-build';
import {
  type AtlasContent,
  atlasFrame,
  atlasLayout,
  atlasSheets,
  composeAtlasSheet,
} from '../report/atlas-sheets';
import { UNCOVERED_ONLY, coverageTable } from '../report/coverage-table';
import { frameExtent } from '../report/page-scale';
import type { PageSheet } from '../report/page-svg';
import { printLegends } from './print-legends';
import { pdfFile, pdfWriter, printFont, tilePictures, tiledPage } from './print-make';
import { mapJpegs, withStill } from './print-picture';
import { type PrintSource, printCredits } from './print-source';
import type { FileJob } from './use-file-run';

const LEVEL_TITLES = { county: '分县', township: '分乡镇' } as const;

/** Covered and uncovered villages are what the atlas is about. */
function atlasScene(scene: MapScene): MapScene {
  const layers = scene.layers.map((layer) =>
    layer.id === 'coverage' ? { ...layer, visible: true, opacity: 1 } : layer,
  );
  return { ...scene, layers, selection: [] };
}

export interface Atlas {
  readonly title: string;
  readonly areas: readonly AtlasArea[];
  readonly withoutArea: readonly string[];
  readonly pages: number;
  readonly distanceMetres: number;
  readonly scene: MapScene;
}

/** Areas and sheets of an answer; the sums are those of the panel. */
export function atlasOf(
  source: PrintSource,
  settings: PrintSettings,
  result: CoverageResult,
): Atlas {
  const { index, estimate, mode, stamp, rule } = source;
  const summary = summariseCoverage(result, index, estimate);
  const table = coverageTable(index, result, estimate, { ...stamp, mode, states: UNCOVERED_ONLY });
  const { areas: all, withoutArea } = atlasAreas(index, summary, table, settings.atlasLevel);
  const areas = rule
    ? publicAtlas(all, handoutVillages(index, estimate), [...result.states].join(''), rule)
    : all;
  const pages = atlasSheets(areas, atlasLayout(settings.size)).length;
  const title =
    settings.title || `${index.pack.name}${LEVEL_TITLES[settings.atlasLevel]}未覆盖村图册`;
  const { distanceMetres } = result;
  return { title, areas, withoutArea, pages, distanceMetres, scene: atlasScene(source.scene) };
}

/** Camera and picture of one area's map. */
export function atlasPicture(area: AtlasArea, { size }: PrintSettings, mostSidePx: number) {
  return picturePlan(atlasFrame(area, atlasLayout(size)), size, mostSidePx);
}

/** The same in the parts that are printed. */
export function atlasTiles(area: AtlasArea, { size }: PrintSettings, mostSidePx: number) {
  return tiledPicture(atlasFrame(area, atlasLayout(size)), size, mostSidePx);
}

/** The sheets of one area, the first with its map. */
export function areaSheets(
  source: PrintSource,
  settings: PrintSettings,
  atlas: Atlas,
  areaAt: number,
  dpi: number,
): readonly PageSheet[] {
  const area = atlas.areas[areaAt];
  if (!area) throw new Error(`area ${areaAt} of ${atlas.areas.length}`);
  const layout = atlasLayout(settings.size);
  const frame = atlasFrame(area, layout);
  const remarks = [`地图图像 ${dpi} dpi`];
  const content: AtlasContent = {
    ...printCredits(source, settings, remarks),
    title: atlas.title,
    distanceMetres: atlas.distanceMetres,
    kilometreDecimals: source.rule ? 0 : 2,
    legends: printLegends({ ...source, scene: atlas.scene }, frameExtent(frame)),
  };
  return atlasSheets(atlas.areas, layout)
    .filter((sheet) => sheet.areaAt === areaAt)
    .map((sheet) => composeAtlasSheet(layout, sheet, area, sheet.isFirst ? frame : null, content));
}

export function atlasPdf(
  source: PrintSource,
  settings: PrintSettings,
  mostSidePx: number,
): FileJob {
  return async ({ signal, onStep }) => {
    onStep({ text: '正在取全部距离', done: 0, total: 1 });
    const result = await source.whole();
    if (!result) throw new Error('atlas without a coverage answer');
    const atlas = atlasOf(source, settings, result);
    const font = await printFont(signal);
    if (!font.ok) return font;
    const pdf = await pdfWriter(font.value, atlas.title, settings.organisation);
    const total = atlas.areas.length;
    const [first] = atlas.areas;
    if (!first) throw new Error(`atlas of ${source.index.pack.name} without an area`);
    const drawAll = async (map: StillMap): Promise<Outcome<number>> => {
      for (const [at, area] of atlas.areas.entries()) {
        signal.throwIfAborted();
        onStep({ text: `正在画 ${area.name}（${at + 1} / ${total}）`, done: at, total });
        const tiled = atlasTiles(area, settings, mostSidePx);
        const drawn = await mapJpegs(atlas.scene, tiled, map, signal, () => undefined);
        if (!drawn.ok) return drawn;
        const pictures = tilePictures(drawn.value);
        for (const page of areaSheets(source, settings, atlas, at, tiled.dpi))
          pdf.addPage(tiledPage(page, tiled), pictures);
      }
      return { ok: true, value: total, notes: [] };
    };
    // The maps of all areas are of one size.
    const drawn = await withStill(atlasTiles(first, settings, mostSidePx), drawAll);
    if (!drawn.ok) return drawn;
    const text = `${total} 个${settings.atlasLevel === 'county' ? '县' : '乡镇'}，${atlas.pages} 页`;
    return { ok: true, value: [pdfFile(atlas.title, source.rule, pdf.bytes(), text)], notes: [] };
  };
}
