import { importSourceId } from '../../document/effective-region';
import type { ImportedThing } from '../../domain/imported-things';
import { formatDistance } from '../../ui/format';
import { inspectRow, sectionIf, type InspectView } from './inspect-view';

/** A feature of a zone or reference layer: its attributes as the file has them, as text. */
export function describeImported({ record, feature }: ImportedThing): InspectView {
  const { content, provenance, title } = record;
  const accuracy =
    'accuracyMetres' in content
      ? [inspectRow('精度', `±${formatDistance(content.accuracyMetres)}`)]
      : [];
  return {
    kindWord: content.kind === 'zones' ? '导入的片区' : '导入的参考要素',
    title: feature.name === '' ? `${title} 第 ${feature.row} 行` : feature.name,
    code: null,
    badges: [],
    sections: [
      ...sectionIf(
        '属性（原文件）',
        feature.attributes.map(([heading, text]) => inspectRow(heading, text === '' ? '—' : text)),
      ),
      ...sectionIf('位置', accuracy),
      ...sectionIf('来源', [
        inspectRow(title, '', {
          note: `${provenance.fileName} 第 ${feature.row} 行。只作显示，不参与计算。`,
          sourceIds: [importSourceId(record.id)],
        }),
      ]),
    ],
  };
}
