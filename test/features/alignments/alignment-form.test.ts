import { describe, expect, it } from 'vitest';
import type { BoundingBox } from '../../../src/domain/lng-lat';
import {
  type AlignmentAction,
  formBlocker,
  formDraft,
  parseAccuracyMetres,
  reduceForm,
  startForm,
} from '../../../src/features/alignments/alignment-form';
import { describeGeometry } from '../../../src/features/alignments/candidate-facts';
import { deepFreeze } from '../../document/frozen';

const bbox: BoundingBox = [110, 34, 112, 36];
const after = (...actions: AlignmentAction[]) =>
  actions.reduce(
    (form, action) => deepFreeze(reduceForm(form, action)),
    deepFreeze(startForm(bbox)),
  );
const file = (content: unknown) => ({
  name: '甲.geojson',
  bytes: new TextEncoder().encode(JSON.stringify(content)),
});
const line = {
  type: 'LineString' as const,
  coordinates: [
    [111, 35],
    [111.5, 35.5],
  ],
};
const accuracy = { type: 'accuracy', text: '50 米' } as const;

describe('alignment form', () => {
  it('asks for one thing after the other and then gives the draft', () => {
    expect(formBlocker(after())).toContain('还没有位置');
    const progress = { vertexCount: 1, lengthMetres: 0, canFinish: false };
    const drawing = { type: 'drawing', progress } as const;
    expect(formBlocker(after(drawing))).toContain('正在标绘');
    const drawn = { type: 'drawn', geometry: line } as const;
    expect(formBlocker(after(drawing, drawn))).toContain('请填写位置精度');
    expect(formBlocker(after(drawn, { type: 'accuracy', text: '约五十' }))).toContain(
      '0 到 50,000',
    );
    expect(formDraft(after(drawn, accuracy, { type: 'note', note: ' 图一 ' }))).toEqual({
      geometry: line,
      accuracyMetres: 50,
      origin: 'drawn',
      note: '图一',
    });
  });

  it('takes typed coordinates, and forgets the preview once they are changed', () => {
    const read = after(
      { type: 'method', method: 'type' },
      { type: 'text', text: '111,35\n111.5,35.5' },
      { type: 'read-text', swapAxes: false },
      accuracy,
    );
    expect(formDraft(read)).toMatchObject({ geometry: line, origin: 'typed' });
    expect(formDraft(reduceForm(read, { type: 'text', text: '1' }))).toBeNull();
  });

  it('reads a file again with the axes exchanged', () => {
    const swapped = {
      type: 'LineString',
      coordinates: [
        [35, 111],
        [35.5, 111.5],
      ],
    };
    const refused = after(
      { type: 'method', method: 'import' },
      { type: 'file', file: file(swapped) },
      accuracy,
    );
    expect(refused.problems.map((p) => p.code)).toEqual(['position-swapped']);
    expect(formDraft(refused)).toBeNull();
    expect(formDraft(reduceForm(refused, { type: 'swap-axes' }))).toEqual({
      geometry: line,
      accuracyMetres: 50,
      origin: 'imported',
      note: '文件 甲.geojson',
    });
  });

  it('asks to confirm a place outside the region, again for every new one', () => {
    const outside = {
      type: 'file',
      file: file({ type: 'Point', coordinates: [120, 30] }),
    } as const;
    const form = after({ type: 'method', method: 'import' }, outside, accuracy);
    expect(formBlocker(form)).toContain('区域外');
    const confirmed = reduceForm(form, { type: 'confirm-outside', confirmed: true });
    expect(formBlocker(confirmed)).toBeNull();
    expect(formBlocker(reduceForm(confirmed, outside))).toContain('区域外');
  });

  it('keeps nothing of one way when another is chosen', () => {
    const form = after({ type: 'drawn', geometry: line }, { type: 'method', method: 'type' });
    expect([form.geometry, form.problems, form.file]).toEqual([null, [], null]);
  });

  it('reads lengths in metres only', () => {
    const texts = ['50', ' 50 米 ', '５０', '12.5m', '0', '50000', '50001', '-1', '1km', '', 'NaN'];
    expect(texts.map(parseAccuracyMetres)).toEqual([
      50,
      50,
      50,
      12.5,
      0,
      50_000,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('describeGeometry', () => {
  it('names kinds, vertices and length', () => {
    const degree = {
      type: 'LineString' as const,
      coordinates: [
        [111, 35],
        [111, 36],
      ],
    };
    const text = describeGeometry({
      type: 'GeometryCollection',
      geometries: [degree, { type: 'Point', coordinates: [111, 35] }],
    });
    expect(text.replaceAll('\u200a', ' ')).toBe('1 个点、1 条线（2 个点，全长 110.95 公里）');
  });
});
