import type { Geometry, LineString, Polygon } from 'geojson';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../src/domain/project';
import { AdjustPanel } from '../../../src/features/alignments/adjust-panel';
import {
  crowdWords,
  geometryFacts,
  troubleWords,
  typedFault,
  vertexNames,
} from '../../../src/features/alignments/adjust-words';
import { ROWS_A_PAGE, pageOf, rowOf } from '../../../src/features/alignments/vertex-pages';
import type { EditFault } from '../../../src/geo/edit-check';
import { verticesOf } from '../../../src/geo/edit-vertices';
import { sampleAlignment } from '../../document/sample-alignment';

const LINE: LineString = {
  type: 'LineString',
  coordinates: Array.from({ length: ROWS_A_PAGE + 5 }, (_, i) => [111 + i / 100, 35]),
};
const SQUARE: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [111, 35],
      [111.1, 35],
      [111.1, 35.1],
      [111, 35.1],
      [111, 35],
    ],
  ],
};
const project: Project = {
  id: 'p1',
  name: '甲渠',
  kind: 'water',
  group: '',
  chapter: '',
  alignment: 'schematic',
  alignmentAccuracyMetres: 1000,
  geometry: LINE,
  places: [],
  countyCodes: [],
  townshipCodes: [],
  scopeNote: '',
  figures: [],
  startYear: null,
  endYear: null,
  defaultDistanceMetres: 1000,
  sourceIds: [],
};

const html = (change: Partial<Parameters<typeof AdjustPanel>[0]> = {}): string =>
  renderToStaticMarkup(
    <AdjustPanel
      project={project}
      alignment={null}
      geometry={LINE}
      bbox={[110, 34, 112, 36]}
      view={null}
      onSelect={() => {}}
      onTyped={() => {}}
      onAccuracy={() => {}}
      onRestore={() => {}}
      onDone={() => {}}
      {...change}
    />,
  );

describe('AdjustPanel', () => {
  it('says that the plan stays, what drawing by hand is taken to be, and offers no way back yet', () => {
    const text = html();
    expect(text).toContain('现为规划原位。拖动后存为您的方案，规划原数据不变。');
    expect(text).toContain('规划原位（示意线位）的精度为 1 公里。');
    expect(text).toContain('精度默认 100 米');
    expect(text).toMatch(/disabled=""[^>]*><span>恢复原位/u);
    expect(text).not.toContain('位置精度（米）');
  });

  it('shows the accuracy of the user’s place, to be changed, and the way back', () => {
    const text = html({ alignment: sampleAlignment('p1') });
    expect(text).toContain('现为您的方案，规划原数据不变。');
    expect(text).toMatch(/aria-label="位置精度（米）"[^>]*value="50"/u);
    expect(text).not.toMatch(/disabled=""[^>]*><span>恢复原位/u);
    const scopeOnly = html({
      project: { ...project, geometry: null },
      alignment: sampleAlignment('p1'),
    });
    expect(scopeOnly).toContain('删除此位置');
  });

  it('lists a page of vertices and tells which is taken up', () => {
    const view = {
      selected: [111.02, 35],
      isDragging: false,
      trouble: null,
      verticesInView: 25,
      hasHandles: true,
    };
    const text = html({ view });
    expect(text).toContain('已选第 3 个节点（共 25 个节点）：线 1 节点 3，111.02, 35');
    expect(text.match(/：经度, 纬度/gu)).toHaveLength(ROWS_A_PAGE);
    expect(text).toContain('第 1–20 个，共 25 个');
  });
});

describe('words', () => {
  it('measure lines and areas on the ellipsoid', () => {
    // By hand: M·Δφ = 11.0942 km, N·cos φ·Δλ = 9.1234 km at 35.05°.
    expect(geometryFacts(SQUARE)).toBe(
      '1 个面（5 个点，周长 40.43 公里），面积 101.21 平方公里（151,822 亩）',
    );
    expect(geometryFacts({ type: 'Point', coordinates: [111, 35] })).toBe('1 个点');
  });

  it('name vertices by kind and number', () => {
    const geometry: Geometry = {
      type: 'GeometryCollection',
      geometries: [SQUARE, { type: 'Point', coordinates: [110, 34] }, LINE],
    };
    const vertices = verticesOf(geometry);
    const names = vertexNames(geometry, vertices);
    expect([names[0], names[3], names[4], names[5]]).toEqual([
      '边界 1 节点 1',
      '边界 1 节点 4',
      '点 1',
      // The line's first vertices are in the corners of the square.
      '线 1 节点 2',
    ]);
    expect(rowOf(vertices, [110, 34])).toBe(4);
    expect(rowOf(vertices, [0, 0])).toBe(-1);
  });

  it('say what is wrong and what holds', () => {
    const crossing: EditFault = {
      kind: 'self-crossing',
      edge: [
        [111, 35],
        [111, 36],
      ],
    };
    expect(troubleWords({ kind: 'fault', fault: crossing }, true)).toBe(
      '面的边界在红线处自相交：暂不采用，统计仍按上一个有效位置；松手即退回。',
    );
    expect(troubleWords({ kind: 'fault', fault: crossing }, false)).toContain('仍是上一个有效位置');
    expect(typedFault(crossing).text).toBe('面的边界会自相交，没有采用。');
    const refused: EditFault = { kind: 'refused', refusal: 'latitude', value: '86°' };
    expect(typedFault(refused).text).toBe('纬度 86° 超出可计算的 ±85°，没有采用。');
    expect(troubleWords({ kind: 'removal', refusal: 'nothing-left' }, false)).toContain('最后一个');
  });

  it('say why there are no handles', () => {
    const view = { selected: null, isDragging: false, trouble: null, verticesInView: 3214 };
    expect(crowdWords({ ...view, hasHandles: false })).toContain('3,214 个节点');
    expect(crowdWords({ ...view, hasHandles: true })).toBeNull();
  });
});

describe('pageOf', () => {
  it('holds the page within those there are', () => {
    const vertices = verticesOf(LINE);
    const last = pageOf(LINE, vertices, 9);
    expect([last.page, last.pages, last.rows.length]).toEqual([1, 2, 5]);
    expect(last.rows[0]?.name).toBe('线 1 节点 21');
    expect(pageOf(LINE, vertices, -1).page).toBe(0);
  });
});
