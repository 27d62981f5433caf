import { Modal, Tabs } from 'antd';
import type { ReactNode } from 'react';
import type { ClaimsDialogProps, ClaimsTab as TabId } from './claims-dialog-props';
import { ClaimsTab } from './claims-tab';
import { IndicatorsTab } from './indicators-tab';
import { RulesTab } from './rules-tab';

const TAB_IDS: readonly TabId[] = ['claims', 'rules', 'indicators'];

function isTab(key: string): key is TabId {
  return TAB_IDS.some((id) => id === key);
}

/** The three tabs without the window round them. */
export function ClaimsContent(props: ClaimsDialogProps): ReactNode {
  return (
    <Tabs
      activeKey={props.tab}
      onChange={(key) => isTab(key) && props.onTab(key)}
      destroyOnHidden
      items={[
        { key: 'claims', label: '规划口径', children: <ClaimsTab {...props} /> },
        {
          key: 'rules',
          label: '规则',
          children: <RulesTab findings={props.findings} onOpenCase={props.onOpenCase} />,
        },
        {
          key: 'indicators',
          label: '指标',
          children: <IndicatorsTab {...props} projects={props.pack.projects} />,
        },
      ]}
    />
  );
}

/** 规划口径与规则: whether the plan's figures hold, and what its documents ask. */
export function ClaimsDialog(props: ClaimsDialogProps): ReactNode {
  return (
    <Modal
      title={`规划口径与规则 · ${props.pack.planTitle}`}
      open={props.open}
      onCancel={props.onClose}
      footer={null}
      width="min(1560px, 96vw)"
      style={{ top: 24 }}
      closable={{ 'aria-label': '关闭规划口径与规则' }}
    >
      <ClaimsContent {...props} />
    </Modal>
  );
}
