import { Modal, Radio } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { ChangedPart } from './compare-parts';
import { ScenarioDifferences } from './scenario-differences';

/** Which scenario of another planner's file is taken, and what in it differs from the open one. */
export function ScenarioFileDialog(props: {
  readonly planTitle: string;
  readonly scenarios: readonly {
    readonly id: string;
    readonly title: string;
    readonly objectCount: number;
  }[];
  /** The one that was open when the file was saved. */
  readonly openId: string;
  readonly partsOf: (id: string) => readonly ChangedPart[];
  readonly onTake: (id: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { scenarios, openId, partsOf } = props;
  const [id, setId] = useState(openId);
  const parts = useMemo(() => partsOf(id), [partsOf, id]);
  return (
    <Modal
      title={`「${props.planTitle}」有 ${scenarios.length} 个情景`}
      open
      width={460}
      okText="以情景打开"
      onOk={() => props.onTake(id)}
      onCancel={props.onClose}
      closable={{ 'aria-label': '关闭' }}
    >
      <p>选一个与当前情景比较；其余的可以再打开一次这个文件来取。</p>
      <Radio.Group
        vertical
        aria-label="文件里的情景"
        value={id}
        options={scenarios.map(({ id: value, title, objectCount }) => ({
          value,
          label: `${title}（${objectCount} 个规划对象${value === openId ? '，保存时打开' : ''}）`,
        }))}
        onChange={(event) => setId(event.target.value as string)}
      />
      <ScenarioDifferences parts={parts} />
    </Modal>
  );
}
