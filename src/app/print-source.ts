// What a sheet is made from: the scene on the map with the answer behind it, as it stood when the dialog was opened.
import type { CoverageResult } from '../analysis/coverage-result';
import type { CoverageSummary } from '../analysis/coverage-summary';
import type { PovertyEstimate } from '../analysis/poverty-estimate';
import type { ImportRecord } from '../domain/imported';
import type { BoundingBox } from '../domain/lng-lat';
import type { PackIndex } from '../domain/pack-index';
import type { ExtentChoice, PrintSettings } from '../features/print/print-settings';
import { type SheetPlan } from '../features/print/print-plan';
import { boundsOf } from '../geo/positions';
import type { MapScene } from '../map/map-scene';
import { regionBounds } from '../map/sources/area-features';
import { outlineOf } from '../report/atlas-areas';
import { type ExportStamp, exportFooter } from '../report/export-footer';
import { type ComposedPage, composePage } from '../report/page-compose';
import type { Credits, Inset } from '../report/page-parts';
import { type PublishRule, publicationText } from '../report/publish-rule';
import { formatDistance } from '../ui/format';
import type { LegendModel } from '../ui/legend-model';
import { askedText } from '../report/region-report';
import { printLegends } from './print-legends';
import { publicImport, publicScene } from './public-scene';

export interface PrintSource {
  readonly scene: MapScene;
  readonly index: PackIndex;
  readonly imports: readonly ImportRecord[];
  /** Legend of the theme map on screen. */
  readonly thematic: LegendModel;
  /** Bounds of the map on screen. */
  readonly view: BoundingBox;
  readonly result: CoverageResult | null;
  readonly summary: CoverageSummary | null;
  /** `result` with every distance. */
  readonly whole: () => Promise<CoverageResult | null>;
  readonly mode: 'union' | 'each';
  /** Of the scenario that is open. */
  readonly scenarioTitle: string;
  /** What the answer is of. */
  readonly targetNames: readonly string[];
  readonly estimate: PovertyEstimate;
  readonly stamp: ExportStamp;
  /** Of a public sheet. */
  readonly rule: PublishRule | null;
}

/** The same for the public: what is drawn stands on the grid. */
export function publicSource(source: PrintSource, rule: PublishRule): PrintSource {
  const imports = source.imports.map((record) => publicImport(record, rule.grid));
  return { ...source, scene: publicScene(source.scene, rule.grid), imports, rule };
}

export function printInset({ index: { pack } }: PrintSource): Inset {
  return {
    regionOutlines: pack.counties.map(({ geometry }) => outlineOf(geometry)),
    regionBounds: regionBounds(pack) ?? pack.bbox,
  };
}

export function printCredits(
  { index, result, mode, scenarioTitle, targetNames, stamp, rule }: PrintSource,
  { organisation, approval }: PrintSettings,
  remarks: readonly string[],
): Credits {
  const objects = (result?.targetIds ?? []).flatMap(
    (id) => index.projectById.get(id)?.sourceIds ?? [],
  );
  const [sources = '', pack = ''] = exportFooter(index.pack, stamp, objects);
  return {
    organisation,
    approval,
    date: stamp.madeAt.slice(0, 10),
    sources: sources.replace('资料来源：', ''),
    remarks: [
      ...remarks,
      ...(rule ? [publicationText(rule)] : []),
      askedText({ scenarioTitle, index, coverage: result && { result, targetNames, mode } }),
      `${pack}，村图 ${stamp.engineVersion}`,
    ],
  };
}

export function defaultTitle({ index: { pack }, result, thematic }: PrintSource): string {
  if (result) return `${pack.name}规划项目覆盖分析图（${formatDistance(result.distanceMetres)}）`;
  const theme = thematic.title.split('（')[0] ?? '';
  return `${pack.name}${theme}图`;
}

/** A county without a shape in the pack, or a code of another pack: the region. */
export function chosenExtent(source: PrintSource, choice: ExtentChoice): BoundingBox {
  const { regionBounds: region } = printInset(source);
  if (choice === 'view') return source.view;
  const county = source.index.countyByCode.get(choice);
  if (!county) return region;
  return boundsOf(county.geometry) ?? region;
}

/** The whole sheet but the picture; preview and file are this same page. */
export function sheetPage(
  source: PrintSource,
  settings: PrintSettings,
  { layout, frame, extent }: SheetPlan,
  dpi: number,
): ComposedPage {
  const content = {
    ...printInset(source),
    ...printCredits(source, settings, [`地图图像 ${dpi} dpi`]),
    title: settings.title || defaultTitle(source),
    secrecy: settings.secrecy,
    legends: printLegends(source, extent),
  };
  return composePage(layout, frame, content, settings.parts.graticule);
}
