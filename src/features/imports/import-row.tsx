import { Button, Input } from 'antd';
import {
  ArrowDown,
  ArrowUp,
  Download,
  Eye,
  EyeOff,
  LocateFixed,
  Pencil,
  Trash2,
} from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { IconButton } from '../../ui/icon-button';
import type { ImportView } from './imports-view';
import styles from './imports.module.css';

export interface ImportRowProps {
  readonly view: ImportView;
  readonly isHidden: boolean;
  readonly onZoomTo: () => void;
  readonly onExport: () => void;
  readonly onRename: (title: string) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onRemove: () => void;
  readonly onShow: (isShown: boolean) => void;
}

function TitleField(props: {
  readonly title: string;
  readonly onTitle: (title: string) => void;
  readonly onEnd: () => void;
}): ReactNode {
  const [text, setText] = useState(props.title);
  const done = (): void => {
    const title = text.trim();
    if (title !== '' && title !== props.title) props.onTitle(title);
    props.onEnd();
  };
  return (
    <div className={styles.edit}>
      <Input
        size="small"
        aria-label="导入的名称"
        value={text}
        maxLength={80}
        autoFocus
        status={text.trim() === '' ? 'error' : ''}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={done}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          props.onEnd();
        }}
      />
      <Button size="small" type="primary" disabled={text.trim() === ''} onClick={done}>
        改名
      </Button>
    </div>
  );
}

/** One import: what it became, where it comes from, and what can be done with it. */
export function ImportRow(props: ImportRowProps): ReactNode {
  const { view, isHidden } = props;
  const [isRenaming, setIsRenaming] = useState(false);
  return (
    <li className={styles.row} data-hidden={isHidden}>
      {isRenaming ? (
        <TitleField
          title={view.title}
          onTitle={props.onRename}
          onEnd={() => setIsRenaming(false)}
        />
      ) : (
        <div className={styles.line}>
          <strong className={styles.title} title={view.title}>
            {view.title}
          </strong>
          {view.canHide && (
            <IconButton
              icon={isHidden ? EyeOff : Eye}
              title={isHidden ? `在图上显示${view.title}` : `在图上隐藏${view.title}`}
              size={14}
              onClick={() => props.onShow(isHidden)}
            />
          )}
          <IconButton
            icon={LocateFixed}
            title={`定位到${view.title}`}
            size={14}
            onClick={props.onZoomTo}
          />
          {!(props.isFirst && props.isLast) && (
            <>
              <IconButton
                icon={ArrowUp}
                title={`上移${view.title}`}
                size={14}
                disabledReason={props.isFirst ? '已在最前' : null}
                onClick={() => props.onMove(-1)}
              />
              <IconButton
                icon={ArrowDown}
                title={`下移${view.title}`}
                size={14}
                disabledReason={props.isLast ? '已在最后' : null}
                onClick={() => props.onMove(1)}
              />
            </>
          )}
          <IconButton
            icon={Download}
            title={`导出：${view.title}`}
            size={14}
            onClick={props.onExport}
          />
          <IconButton
            icon={Pencil}
            title={`改名：${view.title}`}
            size={14}
            onClick={() => setIsRenaming(true)}
          />
          <IconButton
            icon={Trash2}
            title={`删除${view.title}及由它而来的内容（可撤销）`}
            size={14}
            onClick={props.onRemove}
          />
        </div>
      )}
      <p className={styles.became}>
        {view.became}
        {isHidden && '（未显示）'}
      </p>
      {view.facts.map((fact) => (
        <p key={fact} className={styles.fact}>
          {fact}
        </p>
      ))}
    </li>
  );
}
