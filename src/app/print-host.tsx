import { useMemo, useState } from 'react';
import { openScenario } from '../document/plan-document';
import { PrintDialog } from '../features/print/print-dialog';
import { dpiWarning, picturePlan, sheetPlan } from '../features/print/print-plan';
import type { PrintSettings } from '../features/print/print-settings';
import { tiledPicture } from '../features/print/print-tiles';
import { thematicMap } from '../features/thematic/thematic-map';
import type { MapView } from '../map/map-view';
import { largestSidePx } from '../map/still-image';
import { MAP_PICTURE } from '../report/page-parts';
import { scaleText, windowExtent } from '../report/page-scale';
import { type PageSheet, pageSvg } from '../report/page-svg';
import { closeDialog } from './asked-dialog';
import { exportStamp } from './export-stamp';
import { areaSheets, atlasOf, atlasPdf, atlasPicture, atlasTiles } from './print-atlas';
import { legendFile, mapFile, sheetPdf } from './print-make';
import { rememberPrint, rememberedPrint } from './print-memory';
import {
  type PrintSource,
  chosenExtent,
  defaultTitle,
  printCredits,
  publicSource,
  sheetPage,
} from './print-source';
import type { SessionState } from './session-state';
import { useSession } from './session-store';
import type { Analysis } from './use-analysis';
import { usePrintPicture } from './use-print-picture';
import { useFileRun } from './use-file-run';
import { usePublishing } from './use-publishing';
import { useShownImports } from './use-shown-imports';
import { useWorkspace } from './workspace';

interface Props {
  readonly analysis: Analysis;
  readonly view: MapView;
}

/** Everything as it stands now; the dialog covers the map, so nothing changes under it. */
function sourceNow(
  { analysis, view }: Props,
  estimate: PrintSource['estimate'],
  imports: PrintSource['imports'],
  { coverageMode: mode, thematic }: SessionState,
): PrintSource {
  const { center, zoom } = view.getCamera();
  const { clientWidth, clientHeight } = view.container;
  return {
    scene: { ...view.shown(), selection: [] },
    index: analysis.index,
    imports,
    thematic: thematicMap(analysis.index, thematic).legend,
    view: windowExtent(center, zoom, clientWidth, clientHeight),
    result: analysis.coverage.result,
    summary: analysis.summary,
    whole: analysis.coverage.whole,
    mode,
    scenarioTitle: openScenario(analysis.doc).title,
    targetNames: analysis.shown.map(({ id, name }) => name ?? id),
    estimate,
    stamp: exportStamp(),
    rule: null,
  };
}

interface Shown {
  readonly page: PageSheet | null;
  readonly picture: ReturnType<typeof picturePlan>;
  readonly scene: PrintSource['scene'];
  readonly title: string;
  readonly facts: readonly string[];
  readonly warnings: readonly string[];
}

function sheetShown(source: PrintSource, settings: PrintSettings, mostSidePx: number): Shown {
  const plan = sheetPlan(settings, chosenExtent(source, settings.extent));
  const picture = picturePlan(plan.frame, settings.size, mostSidePx);
  const tiled = tiledPicture(plan.frame, settings.size, mostSidePx);
  const page = sheetPage(source, settings, plan, tiled.dpi);
  const needed = plan.sheetsNeeded;
  return {
    page,
    picture,
    scene: source.scene,
    title: defaultTitle(source),
    facts: [`比例尺 ${scaleText(plan.frame.denominator)}，地图图像 ${tiled.dpi} dpi，上北`],
    warnings: [
      ...(needed
        ? [`图幅放不下所选范围：按此比例尺要 ${needed[0]} × ${needed[1]} 幅，本页只印中间`]
        : []),
      ...(page.legendLeftOut > 0 ? [`图例有 ${page.legendLeftOut} 项放不下，可另存图例`] : []),
      dpiWarning(tiled.dpi, settings.size),
    ].filter((text) => text !== ''),
  };
}

const NEEDS_ANSWER = '先在“对象”里勾选项目，有了覆盖结果才能出图册';

/** The first sheet stands for all. */
function atlasShown(source: PrintSource, settings: PrintSettings, mostSidePx: number): Shown {
  if (!source.result) {
    return {
      ...sheetShown(source, settings, mostSidePx),
      page: null,
      facts: [],
      warnings: [NEEDS_ANSWER],
    };
  }
  const atlas = atlasOf(source, settings, source.result);
  const [first] = atlas.areas;
  if (!first) throw new Error(`atlas of ${source.index.pack.name} without an area`);
  const picture = atlasPicture(first, settings, mostSidePx);
  const { dpi } = atlasTiles(first, settings, mostSidePx);
  const [page = null] = areaSheets(source, settings, atlas, 0, dpi);
  const lost = atlas.withoutArea.length;
  return {
    page,
    picture,
    scene: atlas.scene,
    title: atlas.title,
    facts: [`共 ${atlas.areas.length} 个区域，${atlas.pages} 页，纵向；预览为第 1 页`],
    warnings: [
      '生成时请让本页留在前台',
      ...(lost > 0
        ? [`${lost} 个乡镇没有自己的图形，不单独成页：${atlas.withoutArea.join('、')}`]
        : []),
      dpiWarning(dpi, settings.size),
    ].filter((text) => text !== ''),
  };
}

/** 打印制图 over the map as it stands. */
export default function PrintHost(props: Props) {
  const { estimate } = useWorkspace();
  const imports = useShownImports(props.analysis.doc.imports);
  const [given] = useState(() => sourceNow(props, estimate, imports, useSession.getState()));
  const [mostSidePx] = useState(() => largestSidePx() ?? 0);
  const [settings, setSettings] = useState(() => rememberedPrint(localStorage));
  const { run, start, cancel } = useFileRun();
  const facts = {
    date: given.stamp.madeAt.slice(0, 10),
    sources: printCredits(given, settings, []).remarks.length,
    organisation: settings.organisation,
    mapNumber: settings.approval,
    secrecy: settings.kind === 'sheet' ? settings.secrecy : null,
    scenes: null,
  };
  const { rule, isMissing, section } = usePublishing(facts, run.kind === 'running');
  const source = useMemo(() => (rule ? publicSource(given, rule) : given), [given, rule]);
  const shown = useMemo(
    () =>
      settings.kind === 'sheet'
        ? sheetShown(source, settings, mostSidePx)
        : atlasShown(source, settings, mostSidePx),
    [source, settings, mostSidePx],
  );
  const isRunning = run.kind === 'running';
  const preview = usePrintPicture(shown.scene, shown.picture, isRunning || shown.page === null);
  const svg = useMemo(() => {
    const pictures = preview.url === null ? [] : [[MAP_PICTURE, preview.url] as const];
    return shown.page && pageSvg(shown.page, new Map(pictures));
  }, [shown, preview.url]);
  const change = (part: Partial<PrintSettings>): void => {
    const next = { ...settings, ...part };
    setSettings(next);
    rememberPrint(localStorage, next);
  };
  const sheet = () => {
    const plan = sheetPlan(settings, chosenExtent(source, settings.extent));
    const tiled = tiledPicture(plan.frame, settings.size, mostSidePx);
    return { source, settings, plan, tiled, picture: shown.picture };
  };
  const { pack } = source.index;
  return (
    <PrintDialog
      settings={settings}
      defaultTitle={shown.title}
      extents={[
        { value: 'region', label: pack.name },
        { value: 'view', label: '当前地图范围' },
        ...pack.counties.map(({ code, name }) => ({ value: code, label: name })),
      ]}
      svg={svg}
      isBehind={preview.isBehind && shown.page !== null && !isRunning}
      facts={shown.facts}
      warnings={shown.warnings}
      problems={preview.problems}
      run={run}
      publishing={section}
      isMissing={isMissing}
      onSettings={change}
      onPdf={() =>
        start(
          settings.kind === 'sheet' ? sheetPdf(sheet()) : atlasPdf(source, settings, mostSidePx),
        )
      }
      onMapPng={() => start(mapFile(sheet()))}
      onLegend={(format) => start(legendFile(sheet(), format))}
      onCancel={cancel}
      onClose={() => {
        cancel();
        closeDialog();
      }}
    />
  );
}
