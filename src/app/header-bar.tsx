import { Button, Tooltip } from 'antd';
import {
  BookOpen,
  CalendarClock,
  ClipboardCheck,
  CircleHelp,
  Download,
  FileInput,
  Link2,
  Maximize,
  Presentation,
  Redo2,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { redoLabel, undoLabel } from '../document/history';
import type { Project } from '../domain/project';
import { SearchBox } from '../features/search/search-box';
import type { SearchResult } from '../features/search/search-box-props';
import { openExport } from './export-store';
import { openImport } from './import-store';
import { patchSession, useSession } from './session-store';
import { isLayerVisible, toggleTimeline } from './timeline-layer';
import { useWorkspace } from './workspace';

interface Props {
  /** 方案: title, state and menu of the open document. */
  readonly documentMenu: ReactNode;
  readonly projects: readonly Project[];
  readonly onPick: (result: SearchResult) => void;
  readonly onFitRegion: () => void;
  readonly onCopyLink: () => void;
  readonly onClaims: () => void;
  readonly onSources: () => void;
  readonly onHelp: () => void;
}

interface ToolProps {
  readonly title: string;
  readonly keys?: string;
  readonly icon: ReactNode;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

function Tool({ title, keys, icon, disabled = false, pressed, onClick }: ToolProps) {
  return (
    <Tooltip title={keys ? `${title}（${keys}）` : title}>
      <Button
        type="text"
        icon={icon}
        aria-label={title}
        disabled={disabled}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onClick={onClick}
      />
    </Tooltip>
  );
}

function UndoTools() {
  const { documents } = useWorkspace();
  const history = useStore(documents.state, (state) => state.history);
  const [undoTo, redoTo] = [undoLabel(history), redoLabel(history)];
  return (
    <>
      <Tool
        title={undoTo ? `撤销：${undoTo}` : '没有可撤销的操作'}
        keys="Ctrl+Z"
        icon={<Undo2 size={16} />}
        disabled={undoTo === null}
        onClick={documents.undo}
      />
      <Tool
        title={redoTo ? `重做：${redoTo}` : '没有可重做的操作'}
        keys="Ctrl+Y"
        icon={<Redo2 size={16} />}
        disabled={redoTo === null}
        onClick={documents.redo}
      />
    </>
  );
}

export function HeaderBar(props: Props) {
  const { projects, onPick, onFitRegion, onCopyLink, onClaims, onSources, onHelp } = props;
  const { pack } = useWorkspace();
  const theme = useSession((state) => state.theme);
  const showsTimeline = useSession((state) => isLayerVisible(state.layers, 'timeline'));
  const isProjector = theme === 'projector';
  return (
    <header className="header">
      <h1 className="brand">
        <strong>村图</strong>
        <span>{pack.planTitle}</span>
      </h1>
      {props.documentMenu}
      <div className="header-search">
        <SearchBox pack={pack} projects={projects} onPick={onPick} />
      </div>
      <div className="header-tools" role="toolbar" aria-label="工具">
        <UndoTools />
        <Tool
          title="规划口径与规则核验"
          keys="C"
          icon={<ClipboardCheck size={16} />}
          onClick={onClaims}
        />
        <Tool
          title="脱贫时序（时间轴）"
          keys="Y"
          icon={<CalendarClock size={16} />}
          pressed={showsTimeline}
          onClick={toggleTimeline}
        />
        <Tool title="全市范围" keys="F" icon={<Maximize size={16} />} onClick={onFitRegion} />
        <Tool
          title={isProjector ? '标准显示' : '投影显示（高对比、大字）'}
          keys="P"
          icon={<Presentation size={16} />}
          pressed={isProjector}
          onClick={() => patchSession({ theme: isProjector ? 'standard' : 'projector' })}
        />
        <Tool
          title="导入数据"
          keys="I"
          icon={<FileInput size={16} />}
          onClick={() => openImport()}
        />
        <Tool title="导出" keys="E" icon={<Download size={16} />} onClick={() => openExport()} />
        <Tool title="复制本视图的链接" icon={<Link2 size={16} />} onClick={onCopyLink} />
        <Tool title="数据来源与精度" icon={<BookOpen size={16} />} onClick={onSources} />
        <Tool title="帮助" keys="?" icon={<CircleHelp size={16} />} onClick={onHelp} />
      </div>
    </header>
  );
}
