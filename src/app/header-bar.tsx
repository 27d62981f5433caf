import {
  BookOpen,
  CalendarClock,
  ChartColumn,
  ClipboardCheck,
  CircleHelp,
  Download,
  FileInput,
  Link2,
  Maximize,
  Presentation,
  Redo2,
  Stethoscope,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { redoLabel, undoLabel } from '../document/history';
import { openFindings } from '../domain/audit-finding';
import type { Project } from '../domain/project';
import { SearchBox } from '../features/search/search-box';
import type { SearchResult } from '../features/search/search-box-props';
import { type Tool, Toolbar } from '../ui/toolbar';
import { askDialog } from './asked-dialog';
import { useAudited } from './audit-store';
import { openExport } from './export-store';
import { openImport } from './import-store';
import { ModeSwitch } from './mode-switch';
import { OutputMenu } from './output-menu';
import { patchSession, useSession } from './session-store';
import { isLayerVisible, toggleTimeline } from './timeline-layer';
import { alikeBy, useAlike } from './use-alike';
import { useWorkspace } from './workspace';

interface Props {
  /** 方案: title, state and menu of the open document. */
  readonly documentMenu: ReactNode;
  /** The region and its plan; opens others. */
  readonly regionMenu: ReactNode;
  readonly projects: readonly Project[];
  readonly onPick: (result: SearchResult) => void;
  readonly onFitRegion: () => void;
  readonly onCopyLink: () => void;
  readonly onClaims: () => void;
  readonly onSources: () => void;
  readonly onHelp: () => void;
}

/** A project is found by its words, wherever it lies. */
const isFoundAlike = alikeBy<Project>(
  (a, b) =>
    a.id === b.id &&
    a.name === b.name &&
    a.kind === b.kind &&
    a.group === b.group &&
    a.countyCodes === b.countyCodes,
);

function useUndoTools(): readonly Tool[] {
  const { documents } = useWorkspace();
  const history = useStore(documents.state, (state) => state.history);
  const [undoTo, redoTo] = [undoLabel(history), redoLabel(history)];
  return [
    {
      title: undoTo ? `撤销：${undoTo}` : '没有可撤销的操作',
      keys: 'Ctrl+Z',
      icon: <Undo2 size={16} />,
      disabled: undoTo === null,
      onClick: documents.undo,
    },
    {
      title: redoTo ? `重做：${redoTo}` : '没有可重做的操作',
      keys: 'Ctrl+Y',
      icon: <Redo2 size={16} />,
      disabled: redoTo === null,
      onClick: documents.redo,
    },
  ];
}

/** With the number of findings that are still to be decided. */
function useAuditTool(): Tool {
  const { documents } = useWorkspace();
  const treatments = useStore(documents.state, (state) => state.doc.treatments);
  const findings = useAudited((state) => state.findings);
  const open = findings === null ? 0 : openFindings(findings, treatments).length;
  return {
    title: open === 0 ? '数据体检' : `数据体检：${open} 项待处理`,
    keys: 'D',
    icon: (
      <span className="tool-count">
        <Stethoscope size={16} />
        {open > 0 && <sub aria-hidden>{open > 99 ? '99+' : open}</sub>}
      </span>
    ),
    onClick: () => askDialog('audit'),
  };
}

function useDisplayTools(onFitRegion: () => void): readonly Tool[] {
  const theme = useSession((state) => state.theme);
  const showsTimeline = useSession((state) => isLayerVisible(state.layers, 'timeline'));
  const isProjector = theme === 'projector';
  return [
    {
      title: '脱贫时序（时间轴）',
      keys: 'Y',
      icon: <CalendarClock size={16} />,
      pressed: showsTimeline,
      onClick: toggleTimeline,
    },
    { title: '整个区域', keys: 'F', icon: <Maximize size={16} />, onClick: onFitRegion },
    {
      title: isProjector ? '标准显示' : '投影显示（高对比、大字）',
      keys: 'P',
      icon: <Presentation size={16} />,
      pressed: isProjector,
      onClick: () => patchSession({ theme: isProjector ? 'standard' : 'projector' }),
    },
  ];
}

export function HeaderBar(props: Props) {
  const { onPick, onFitRegion, onCopyLink, onClaims, onSources, onHelp } = props;
  const projects = useAlike(props.projects, isFoundAlike);
  const { pack, documents } = useWorkspace();
  const imports = useStore(documents.state, (state) => state.doc.imports);
  const tools: readonly Tool[] = [
    ...useUndoTools(),
    {
      title: '规划口径与规则核验',
      keys: 'C',
      icon: <ClipboardCheck size={16} />,
      onClick: onClaims,
    },
    useAuditTool(),
    {
      title: '图表',
      keys: 'G',
      icon: <ChartColumn size={16} />,
      onClick: () => askDialog('charts'),
    },
    ...useDisplayTools(onFitRegion),
    { title: '导入数据', keys: 'I', icon: <FileInput size={16} />, onClick: () => openImport() },
    { title: '导出', keys: 'E', icon: <Download size={16} />, onClick: () => openExport() },
    { title: '复制本视图的链接', icon: <Link2 size={16} />, onClick: onCopyLink },
    { title: '数据来源与精度', icon: <BookOpen size={16} />, onClick: onSources },
    { title: '帮助', keys: '?', icon: <CircleHelp size={16} />, onClick: onHelp },
  ];
  return (
    <header className="header">
      <h1 className="brand">
        <strong>村图</strong>
        {props.regionMenu}
      </h1>
      {props.documentMenu}
      <ModeSwitch />
      <div className="header-search">
        <SearchBox pack={pack} projects={projects} imports={imports} onPick={onPick} />
      </div>
      <OutputMenu />
      <Toolbar label="工具" className="header-tools" tools={tools} />
    </header>
  );
}
