import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../src/domain/project';
import { AlignmentPanel } from '../../../src/features/alignments/alignment-panel';
import { sampleAlignment } from '../../document/sample-alignment';

const project: Project = {
  id: 'p1',
  name: '甲渠',
  kind: 'water',
  group: '',
  chapter: '',
  alignment: 'scope-only',
  alignmentAccuracyMetres: null,
  geometry: null,
  places: [],
  countyCodes: [],
  townshipCodes: [],
  scopeNote: '<b>只有县域范围</b>',
  figures: [],
  startYear: null,
  endYear: null,
  defaultDistanceMetres: 1000,
  sourceIds: [],
};

const html = (hasAlignment: boolean) =>
  renderToStaticMarkup(
    <AlignmentPanel
      project={project}
      alignment={hasAlignment ? sampleAlignment('p1') : null}
      bbox={[110, 34, 112, 36]}
      startDraw={null}
      onPreview={() => {}}
      onConfirm={() => {}}
      onDelete={() => {}}
      onClose={() => {}}
    />,
  );

describe('AlignmentPanel', () => {
  it('offers three ways and says what is missing', () => {
    const text = html(false);
    for (const words of ['在图上标绘', '按坐标录入', '导入文件', '采用此位置', '还没有位置']) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('删除此位置');
  });

  it('shows the present alignment with its accuracy, and texts as text', () => {
    const text = html(true);
    expect(text).toContain('删除此位置');
    expect(text).toContain('替换位置');
    expect(text).toContain('测试线路');
    expect(text).toContain('&lt;b&gt;只有县域范围');
  });
});
