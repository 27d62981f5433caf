import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { DocumentActions, DocumentRow } from './documents-props';
import { sizeText, timeText } from './documents-view';
import styles from './documents.module.css';

function Row({
  row,
  isOpen,
  now,
  actions,
  onRetitle,
}: {
  readonly row: DocumentRow;
  readonly isOpen: boolean;
  readonly now: Date;
  readonly actions: DocumentActions;
  readonly onRetitle: (row: DocumentRow) => void;
}): ReactNode {
  const { id, title, regionId, regionName, savedAt, size, isDeleted } = row;
  return (
    <tr data-deleted={isDeleted}>
      <th scope="row" title={title}>
        {title}
        {isOpen && <span className={styles.mark}>当前</span>}
        {isDeleted && <span className={styles.mark}>已删除</span>}
      </th>
      <td>
        {regionName ?? regionId}
        {regionName === null && <span className={styles.mark}>缺数据包</span>}
      </td>
      <td>{timeText(savedAt, now)}</td>
      <td className={styles.number}>{sizeText(size)}</td>
      <td className={styles.actions}>
        {isDeleted ? (
          <Button
            size="small"
            onClick={() => actions.onRestore(id)}
            aria-label={`恢复「${title}」`}
          >
            恢复
          </Button>
        ) : (
          <>
            <Button
              size="small"
              disabled={isOpen}
              onClick={() => actions.onOpen(id)}
              aria-label={`打开「${title}」`}
            >
              打开
            </Button>
            <Button size="small" onClick={() => onRetitle(row)} aria-label={`重命名「${title}」`}>
              重命名
            </Button>
            <Button
              size="small"
              danger
              onClick={() => actions.onDelete(id, title)}
              aria-label={`删除「${title}」`}
            >
              删除
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}

/** 全部方案: every document of this browser, whatever its region; deleted ones last. */
export function DocumentsDialog(props: {
  readonly openId: string;
  readonly rows: readonly DocumentRow[];
  readonly now: Date;
  readonly actions: DocumentActions;
  readonly onRetitle: (row: DocumentRow) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { openId, rows, now, actions, onRetitle, onClose } = props;
  const sorted = [...rows].sort((a, b) => Number(a.isDeleted) - Number(b.isDeleted));
  return (
    <Modal
      title="全部方案"
      open
      onCancel={onClose}
      width={800}
      closable={{ 'aria-label': '关闭方案列表' }}
      footer={[
        <Button key="file" onClick={actions.onOpenFile}>
          打开文件…
        </Button>,
        <Button key="new" type="primary" onClick={actions.onNew}>
          新建方案
        </Button>,
      ]}
    >
      <p className={styles.note}>
        方案自动保存在本机浏览器中；打开其他区域的方案时会切换到那个区域。要交给别人或换电脑，请“另存为”成
        .cuntu 文件。删除的方案保留 30 天。
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">区域</th>
            <th scope="col">保存时间</th>
            <th scope="col" className={styles.number}>
              大小
            </th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <Row
              key={row.id}
              row={row}
              isOpen={row.id === openId}
              now={now}
              actions={actions}
              onRetitle={onRetitle}
            />
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
