import { Button, Modal, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import type { RegionActions, RegionRow } from './regions-props';
import styles from './regions.module.css';

function Row({ row, actions }: { readonly row: RegionRow; readonly actions: RegionActions }) {
  const { id, name, planTitle, version, date, isOpen, isOwn } = row;
  return (
    <tr>
      <th scope="row">
        {name}
        {isOpen && <span className={styles.mark}>当前</span>}
      </th>
      <td className={styles.plan} title={planTitle}>
        {planTitle}
      </td>
      <td>
        {version}（{date}）
      </td>
      <td>{isOwn ? '自己的文件' : '随程序提供'}</td>
      <td className={styles.actions}>
        <Button
          size="small"
          disabled={isOpen}
          onClick={() => actions.onRegion(id)}
          aria-label={`打开区域「${name}」`}
        >
          打开
        </Button>
        {isOwn && (
          <Popconfirm
            title={`移除「${name}」数据包？`}
            description="用它做的方案保留；重新打开它的 zip 文件后可以继续编辑。"
            okText="移除"
            cancelText="取消"
            onConfirm={() => actions.onRemove(id)}
          >
            <Button size="small" danger disabled={isOpen} aria-label={`移除区域「${name}」`}>
              移除
            </Button>
          </Popconfirm>
        )}
      </td>
    </tr>
  );
}

/** 全部区域: every pack that can be opened here, and the user's own to be removed. */
export function RegionsDialog({
  rows,
  actions,
  onClose,
}: {
  readonly rows: readonly RegionRow[];
  readonly actions: RegionActions;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Modal
      title="全部区域"
      open
      onCancel={onClose}
      width={860}
      closable={{ 'aria-label': '关闭区域列表' }}
      footer={<Button onClick={actions.onOpenFile}>打开数据包（zip）…</Button>}
    >
      <p className={styles.note}>
        切换区域前先保存当前方案；每个区域的方案各自保留。自己的数据包可以直接拖到窗口中打开，只保存在本机浏览器。
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">区域</th>
            <th scope="col">规划</th>
            <th scope="col">数据包</th>
            <th scope="col">来源</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} actions={actions} />
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
