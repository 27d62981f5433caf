import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DocumentsMenu } from '../../../src/features/documents/documents-menu';
import type {
  DocumentRow,
  DocumentsMenuProps,
} from '../../../src/features/documents/documents-props';
import {
  fileText,
  freeTitle,
  keptText,
  recentRows,
  sizeText,
  timeText,
} from '../../../src/features/documents/documents-view';
import { ReadOnlyBanner } from '../../../src/features/documents/read-only-banner';

const nothing = (): void => undefined;
const problem = {
  code: 'x',
  severity: 'warning',
  where: {},
  text: '空间已满。',
  mend: '请清理。',
} as const;
const row = (id: string, isDeleted = false): DocumentRow => ({
  id,
  title: id,
  regionId: id.startsWith('far') ? 'far' : 'here',
  regionName: id.startsWith('far') ? null : '甲市',
  savedAt: '2026-11-22T06:05:00.000Z',
  size: 1,
  isDeleted,
});

describe('words about documents', () => {
  it('offer the last five others of the region, never deleted ones', () => {
    const rows = ['far', 'a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => row(id, id === 'c'));
    expect(recentRows(rows, 'a').map(({ id }) => id)).toEqual(['b', 'd', 'e', 'f', 'g']);
  });

  it('say where the newest changes are', () => {
    expect(keptText({ kind: 'failed', problem }, false)).toBe('空间已满。请清理。');
    expect(keptText({ kind: 'saved' }, true)).toContain('只读');
    expect(fileText(null)).toBe('尚未存成文件');
    expect(fileText({ name: '甲.cuntu', isCurrent: true })).toBe('与文件 甲.cuntu 一致');
    expect(fileText({ name: '甲.cuntu', isCurrent: null })).toBe('上次的文件是 甲.cuntu');
    expect(fileText({ name: '甲.cuntu', isCurrent: false })).toBe('有改动未存入文件 甲.cuntu');
  });

  it('give size and local time for people', () => {
    expect([0, 1499, 999_499, 12_340_000].map(sizeText)).toEqual([
      '1 KB',
      '1 KB',
      '999 KB',
      '12.3 MB',
    ]);
    const now = new Date(2026, 10, 22, 14, 5);
    const at = (...parts: [number, number, number, number, number]) =>
      timeText(new Date(...parts).toISOString(), now);
    expect(at(2026, 10, 22, 9, 5)).toBe('今天 9:05');
    expect(at(2026, 10, 21, 9, 5)).toBe('11月21日 9:05');
    expect(at(2025, 10, 22, 9, 5)).toBe('2025年11月22日');
  });

  it('find a title that no document has', () => {
    expect(freeTitle('甲', [])).toBe('甲');
    expect(freeTitle('甲', ['甲', '甲 2'])).toBe('甲 3');
  });
});

describe('方案 in the header', () => {
  const markup = (change: Partial<DocumentsMenuProps> = {}): string =>
    renderToStaticMarkup(
      <DocumentsMenu
        id="a"
        title="<b>平陆</b>"
        kept={{ kind: 'saved' }}
        isReadOnly={false}
        isEvictable={false}
        file={null}
        rows={null}
        actions={{
          onNew: nothing,
          onOpenFile: nothing,
          onSave: nothing,
          onSaveAs: nothing,
          onOpen: nothing,
          onRename: nothing,
          onDuplicate: nothing,
          onDelete: nothing,
          onRestore: nothing,
        }}
        onRefresh={nothing}
        onShowAll={nothing}
        onRetitle={nothing}
        {...change}
      />,
    );

  it('shows title and state, and a title is text whatever it says', () => {
    expect(markup()).toContain('已保存');
    expect(markup()).toContain('&lt;b&gt;平陆');
    expect(markup()).not.toContain('<b>');
    expect(markup({ isReadOnly: true })).toContain('只读');
    expect(markup({ kept: { kind: 'failed', problem }, isReadOnly: true })).toContain('未保存');
  });

  it('says why edits are refused and how to edit', () => {
    const text = renderToStaticMarkup(
      <ReadOnlyBanner
        problem={problem}
        isTaking={false}
        onTakeOver={nothing}
        onDuplicate={nothing}
      />,
    );
    for (const word of ['空间已满。', '请清理。', '复制为新方案']) expect(text).toContain(word);
  });
});
