import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { PlanDocument } from '../../document/plan-document';
import { formatInteger } from '../../ui/format';
import styles from './documents.module.css';

function scenarioLines({ scenarios, scenarioId }: PlanDocument): readonly string[] {
  return [...scenarios.values()].map(({ id, title, isLocked, content }) => {
    const { alignments, objects, assignments, beltWidths } = content;
    const parts = [
      [objects.size, '个规划对象'],
      [alignments.size, '条自定线位'],
      [beltWidths.size, '处改过的带宽'],
      [assignments.size, '个搬迁去向'],
    ] as const;
    const held = parts.filter(([count]) => count > 0);
    const words = held.map(([count, what]) => `${formatInteger(count)} ${what}`).join('，');
    const marks = [id === scenarioId ? '当前' : '', isLocked ? '已锁定' : ''].filter(Boolean);
    const mark = marks.length > 0 ? `（${marks.join('，')}）` : '';
    return `${title}${mark}：${words === '' ? '没有内容' : words}`;
  });
}

function Part({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className={styles.part}>{title}</h3>
      <ul className={styles.lines}>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** A document whose region is not here, in words. */
export function HomelessDialog({
  doc,
  onOpenPack,
  onClose,
}: {
  readonly doc: PlanDocument;
  readonly onOpenPack: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const scenes = [...doc.scenes.values()].map(({ title, caption }) =>
    caption === '' ? title : `${title}：${caption}`,
  );
  const imports = [...doc.imports.values()].map(
    ({ title, provenance }) => `${title}（${provenance.fileName}）`,
  );
  return (
    <Modal
      title={`「${doc.title}」的区域不在本机`}
      open
      width={640}
      onCancel={onClose}
      closable={{ 'aria-label': '关闭' }}
      footer={[
        <Button key="pack" onClick={onOpenPack}>
          打开数据包（zip）…
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          知道了
        </Button>,
      ]}
    >
      <p>
        它用区域数据包 <strong>{doc.packId}</strong>（版本 {doc.packVersion}
        ）制作，本机没有这个数据包，不能在地图上显示，以下只读。方案已留在“全部方案”中，没有改动；打开数据包后可以继续编辑。
      </p>
      <Part title="情景" lines={scenarioLines(doc)} />
      <Part title="导入的数据" lines={imports} />
      <Part title="汇报场景" lines={scenes} />
    </Modal>
  );
}
