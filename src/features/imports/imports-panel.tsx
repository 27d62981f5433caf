import { Button } from 'antd';
import { FileInput } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ImportRecord } from '../../domain/imported';
import { EmptyState } from '../../ui/empty-state';
import { IconButton } from '../../ui/icon-button';
import { Section } from '../../ui/section';
import { ImportRow } from './import-row';
import type { ImportsPanelProps } from './imports-panel-props';
import { importView } from './imports-view';
import styles from './imports.module.css';

/** 导入的数据: every file that is laid over the shipped region, in order of import. */
export function ImportsPanel(props: ImportsPanelProps): ReactNode {
  const { records, hiddenIds } = props;
  const [open, setOpen] = useState(true);
  const show = (id: string, isShown: boolean): void =>
    props.onHidden(isShown ? hiddenIds.filter((each) => each !== id) : [...hiddenIds, id]);
  const list = useRef<HTMLUListElement>(null);
  const pressed = useRef<Element | null>(null);
  // Moving a row in the page takes the focus from it: give it back, so that the key can be pressed again.
  useEffect(() => {
    const { current } = pressed;
    if (current instanceof HTMLElement && list.current?.contains(current)) current.focus();
    pressed.current = null;
  }, [records]);
  const move = (record: ImportRecord, step: -1 | 1): void => {
    pressed.current = document.activeElement;
    props.onMove(record, step);
  };
  return (
    <Section
      title="导入的数据"
      count={`${records.length}`}
      open={open}
      onOpen={setOpen}
      actions={
        records.length > 0 && (
          <IconButton
            icon={FileInput}
            title="导入数据"
            keyHint="I"
            size={14}
            onClick={props.onImport}
          />
        )
      }
    >
      {records.length === 0 ? (
        <EmptyState
          title="还没有导入数据"
          hint="村表、项目线位、片区、参考图层都可导入；文件只在本机处理。"
        >
          <Button size="small" onClick={props.onImport}>
            导入数据
          </Button>
        </EmptyState>
      ) : (
        <>
          {records.length > 1 && (
            <p className={styles.hint}>同一村的同一项，以排在后面的为准；可上移、下移。</p>
          )}
          <ul ref={list} className={styles.list} aria-label="导入的数据">
            {records.map((record, at) => (
              <ImportRow
                key={record.id}
                view={importView(record, props.projects)}
                isHidden={hiddenIds.includes(record.id)}
                onZoomTo={() => props.onZoomTo(record)}
                onExport={() => props.onExport(record)}
                onRename={(title) => props.onRename(record, title)}
                onMove={(step) => move(record, step)}
                isFirst={at === 0}
                isLast={at === records.length - 1}
                onRemove={() => props.onRemove(record)}
                onShow={(isShown) => show(record.id, isShown)}
              />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
