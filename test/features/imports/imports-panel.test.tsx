import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { effectiveRegion } from '../../../src/document/effective-region';
import type { ImportRecord } from '../../../src/domain/imported';
import { ImportsPanel } from '../../../src/features/imports/imports-panel';
import type { ImportsPanelProps } from '../../../src/features/imports/imports-panel-props';
import { importView } from '../../../src/features/imports/imports-view';
import { yunchengIndex } from '../yuncheng';
import { importRecord, importedVillage, MIXED, SQUARE, ZONES } from './synthetic-imports';

const nothing = (): void => undefined;

function markup(records: readonly ImportRecord[], rest: Partial<ImportsPanelProps> = {}): string {
  return renderToStaticMarkup(
    <ImportsPanel
      records={records}
      projects={[]}
      hiddenIds={[]}
      onImport={nothing}
      onZoomTo={nothing}
      onExport={nothing}
      onRename={nothing}
      onMove={nothing}
      onRemove={nothing}
      onHidden={nothing}
      {...rest}
    />,
  );
}

describe('the words of an import', () => {
  it('counts villages by what they brought', () => {
    const villages = [
      { ...importedVillage('1', {}, 2), position: [111, 35] as const, positionAccuracyMetres: 20 },
      importedVillage('2', { persons: 0 }, 3),
      importedVillage('3', {}, 4),
    ];
    const view = importView(importRecord('v', { kind: 'villages', villages }), []);
    expect(view.became.replace(/\s/gu, '')).toBe('村3个（位置1，数字1）');
    expect(view.canHide).toBe(false);
    expect(view.facts).toEqual([
      'v.csv',
      '2026-01-02 导入 · GCJ-02（高德、腾讯地图）',
      '读入 12 行，未采用 3 行',
    ]);
  });

  it('counts the projects that the region really got', async () => {
    const { pack } = await yunchengIndex();
    const record = importRecord('p', {
      kind: 'projects',
      projectKind: 'water',
      accuracyMetres: 20,
      features: [MIXED, { ...MIXED, id: '3' }, SQUARE],
    });
    const { projects } = effectiveRegion(pack, new Map([['p', record]])).pack;
    expect(projects).toHaveLength(pack.projects.length + 2);
    expect(importView(record, projects).became.replace(/\s/gu, '')).toBe('水利项目2项，3个要素');
  });
});

describe('导入的数据', () => {
  it('is empty with a way to begin', () => {
    const html = markup([]);
    expect(html).toContain('还没有导入数据');
    expect(html.match(/导入数据<|导入数据<\/span>/gu)?.length).toBeGreaterThan(0);
  });

  it('offers another order where there is one, and says why an end goes no further', () => {
    const villages = importRecord('v', { kind: 'villages', villages: [] });
    expect(markup([villages])).not.toContain('上移');
    const html = markup([villages, ZONES]);
    expect(html).toContain('aria-label="上移导入v（已在最前）"');
    expect(html).toContain('aria-label="下移导入v"');
    expect(html).toContain('aria-label="下移导入z（已在最后）"');
  });

  it('offers hiding for what is drawn only, and says what is hidden', () => {
    const villages = importRecord('v', { kind: 'villages', villages: [] });
    const html = markup([villages, ZONES], { hiddenIds: ['z'] });
    expect(html).toContain('在图上显示导入z');
    expect(html).not.toMatch(/在图上(显示|隐藏)导入v/u);
    expect(html.match(/（未显示）/gu)).toHaveLength(1);
    for (const action of ['定位到', '导出：', '改名：', '删除']) {
      expect(html).toContain(`aria-label="${action}导入v`);
    }
  });
});
