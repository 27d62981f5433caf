import { useMemo } from 'react';
import { askDialog } from './asked-dialog';
import { beginMeasure } from './draw-store';
import { openExport } from './export-store';
import { openImport } from './import-store';
import type { DocumentActions } from '../features/documents/documents-props';
import { MAX_DISTANCE_METRES } from './session-state';
import { patchSession, useSession } from './session-store';
import type { AppCommand } from './shortcuts';
import type { MapView } from '../map/map-view';
import { toggleTimeline } from './timeline-layer';
import { useWorkspace } from './workspace';

const DISTANCE_STEP_METRES = 100;

/** The service distance by some metres more or less, within its bounds. */
export function stepDistance(metres: number): void {
  const next = useSession.getState().distanceMetres + metres;
  patchSession({ distanceMetres: Math.min(Math.max(next, 0), MAX_DISTANCE_METRES) });
}

function toggleTheme(): void {
  const { theme } = useSession.getState();
  patchSession({ theme: theme === 'standard' ? 'projector' : 'standard' });
}

function documentCommands(actions: DocumentActions): readonly AppCommand[] {
  const shared = { group: '方案', whileTyping: true };
  return [
    { keys: ['Ctrl', 'S'], action: '保存到文件', run: actions.onSave, ...shared },
    { keys: ['Ctrl', 'Shift', 'S'], action: '另存为', run: actions.onSaveAs, ...shared },
    { keys: ['Ctrl', 'O'], action: '打开文件', run: actions.onOpenFile, ...shared },
  ];
}

/** Everything that a key does anywhere on the screen; the help lists the same. */
export function useAppCommands(
  view: MapView | null,
  onHelp: () => void,
  onClaims: () => void,
  onAdjust: () => void,
  documentActions: DocumentActions,
): readonly AppCommand[] {
  const { documents } = useWorkspace();
  return useMemo(() => {
    const toggle = (key: 'leftOpen' | 'rightOpen' | 'tableOpen') => (): void =>
      patchSession({ [key]: !useSession.getState()[key] });
    return [
      { keys: ['Ctrl', 'Z'], action: '撤销', group: '通用', run: documents.undo },
      { keys: ['Ctrl', 'Y'], action: '重做', group: '通用', run: documents.redo },
      { keys: ['Ctrl', 'Shift', 'Z'], action: '重做', group: '通用', run: documents.redo },
      ...documentCommands(documentActions),
      { keys: ['?'], action: '打开帮助', group: '通用', run: onHelp },
      { keys: ['F'], action: '整个区域', group: '地图', run: () => view?.fitRegion() },
      { keys: ['P'], action: '投影显示 / 标准显示', group: '显示', run: toggleTheme },
      { keys: ['C'], action: '规划口径与规则核验', group: '核验', run: onClaims },
      { keys: ['D'], action: '数据体检', group: '核验', run: () => askDialog('audit') },
      { keys: ['G'], action: '图表', group: '显示', run: () => askDialog('charts') },
      { keys: ['H'], action: '单文件成果（HTML）', group: '通用', run: () => askDialog('handout') },
      { keys: ['M'], action: '调整所选项目的位置；再按结束', group: '规划', run: onAdjust },
      { keys: ['L'], action: '量距离', group: '地图', run: () => beginMeasure('linestring') },
      { keys: ['A'], action: '量面积', group: '地图', run: () => beginMeasure('polygon') },
      { keys: ['I'], action: '导入数据', group: '通用', run: () => openImport() },
      { keys: ['E'], action: '导出图层、表格或结果', group: '通用', run: () => openExport() },
      {
        keys: ['Ctrl', 'P'],
        action: '打印制图',
        group: '通用',
        run: () => askDialog('print'),
        whileTyping: true,
      },
      { keys: ['R'], action: '生成汇报材料', group: '通用', run: () => askDialog('report') },
      { keys: ['Y'], action: '打开或收起脱贫时序', group: '显示', run: toggleTimeline },
      { keys: ['['], action: '收起或展开左侧栏', group: '显示', run: toggle('leftOpen') },
      { keys: [']'], action: '收起或展开右侧栏', group: '显示', run: toggle('rightOpen') },
      { keys: ['T'], action: '收起或展开村表', group: '显示', run: toggle('tableOpen') },
      {
        keys: ['.'],
        action: '服务距离加 100 米',
        group: '覆盖分析',
        run: () => stepDistance(DISTANCE_STEP_METRES),
      },
      {
        keys: [','],
        action: '服务距离减 100 米',
        group: '覆盖分析',
        run: () => stepDistance(-DISTANCE_STEP_METRES),
      },
    ];
  }, [documents, view, onHelp, onClaims, onAdjust, documentActions]);
}
