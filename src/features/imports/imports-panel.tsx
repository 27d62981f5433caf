import { Button } from 'antd';
import { FileInput } from 'lucide-react';
import { useState, type ReactNode } from 'react';
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
            <p className={styles.hint}>按导入先后排列；同一村的同一项，以后导入的为准。</p>
          )}
          <ul className={styles.list} aria-label="导入的数据">
            {records.map((record) => (
              <ImportRow
                key={record.id}
                view={importView(record, props.projects)}
                isHidden={hiddenIds.includes(record.id)}
                onZoomTo={() => props.onZoomTo(record)}
                onExport={() => props.onExport(record)}
                onRename={(title) => props.onRename(record, title)}
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
