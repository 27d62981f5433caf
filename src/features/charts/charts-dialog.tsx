import { Modal, Tabs } from 'antd';
import type { ReactNode } from 'react';

export type ChartTab = 'histogram' | 'lorenz' | 'ranking' | 'curve' | 'claims' | 'investment';

const TABS: readonly { readonly key: ChartTab; readonly label: string }[] = [
  { key: 'histogram', label: '指标分布' },
  { key: 'lorenz', label: '洛伦兹曲线' },
  { key: 'ranking', label: '县排名' },
  { key: 'curve', label: '覆盖曲线' },
  { key: 'claims', label: '口径对比' },
  { key: 'investment', label: '分年投资' },
];

interface Props {
  readonly region: string;
  readonly tab: ChartTab;
  readonly onTab: (tab: ChartTab) => void;
  readonly onClose: () => void;
  /** The chart of the tab. */
  readonly children: ReactNode;
}

/** 图表: the figures of map and analyses as drawings, each with its table. */
export function ChartsDialog({ region, tab, onTab, onClose, children }: Props): ReactNode {
  return (
    <Modal
      open
      title={`图表 · ${region}`}
      onCancel={onClose}
      footer={null}
      width="min(1200px, 96vw)"
      style={{ top: 24 }}
      closable={{ 'aria-label': '关闭图表' }}
    >
      <Tabs
        activeKey={tab}
        onChange={(key) => onTab(TABS.find((each) => each.key === key)?.key ?? tab)}
        destroyOnHidden
        items={TABS.map(({ key, label }) => ({
          key,
          label,
          children: key === tab ? children : null,
        }))}
      />
    </Modal>
  );
}
