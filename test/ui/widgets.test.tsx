import { Play } from 'lucide-react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { IconButton } from '../../src/ui/icon-button';
import { Legend } from '../../src/ui/legend';
import { ProblemList } from '../../src/ui/problem-list';
import { clampSize, sizeForKey } from '../../src/ui/resize-edge';
import { SortHeading } from '../../src/ui/sort-heading';
import { hatchPath } from '../../src/ui/swatch';

const numbers = (path: string): number[] => (path.match(/[\d.]+/g) ?? []).map(Number);

describe('hatch samples', () => {
  it.each(['/', '\\'] as const)('stay inside the sample: %s', (direction) => {
    const values = numbers(hatchPath(direction, 24, 14));
    expect(values.length).toBeGreaterThan(8);
    expect(values.every((value, at) => value >= 0 && value <= (at % 2 === 0 ? 24 : 14))).toBe(true);
  });

  it('run at 45°, the two directions mirrored', () => {
    const [x1, y1, x2, y2] = numbers(hatchPath('/', 24, 14)) as [number, number, number, number];
    expect(x2 - x1).toBe(y1 - y2);
    const [u1, v1, u2, v2] = numbers(hatchPath('\\', 24, 14)) as [number, number, number, number];
    expect([u1, v1, u2, v2]).toEqual([x1, 14 - y1, x2, 14 - y2]);
  });
});

describe('a resizable edge', () => {
  const edge = { size: 280, min: 200, max: 400 };

  it('moves the way the arrow points', () => {
    expect(sizeForKey('ArrowRight', { ...edge, side: 'right' })).toBe(296);
    expect(sizeForKey('ArrowRight', { ...edge, side: 'left' })).toBe(264);
    expect(sizeForKey('ArrowUp', { ...edge, side: 'top' })).toBe(296);
    expect(sizeForKey('ArrowDown', { ...edge, side: 'bottom' })).toBe(296);
  });

  it('jumps to its limits, stays within them, and leaves other keys alone', () => {
    expect(sizeForKey('Home', { ...edge, side: 'right' })).toBe(200);
    expect(sizeForKey('End', { ...edge, side: 'right' })).toBe(400);
    expect(sizeForKey('ArrowRight', { ...edge, size: 398, side: 'right' })).toBe(400);
    expect(sizeForKey('ArrowUp', { ...edge, side: 'right' })).toBeNull();
    expect(clampSize(300, 200, 100)).toBe(200);
  });
});

describe('small widgets', () => {
  it('keeps a disabled button focusable and says why', () => {
    const markup = renderToStaticMarkup(
      <IconButton icon={Play} title="播放" disabledReason="没有数据" onClick={() => undefined} />,
    );
    expect(markup).toContain('aria-disabled="true"');
    expect(markup).toContain('aria-label="播放（没有数据）"');
    expect(markup).not.toContain('disabled=""');
  });

  it('draws a named legend list with counts and notes', () => {
    const markup = renderToStaticMarkup(
      <Legend
        label="图例"
        model={{
          title: '标题',
          rows: [{ key: 'a', swatch: { kind: 'fill', color: '#112233' }, label: '甲', count: '7' }],
          notes: ['说明'],
        }}
      />,
    );
    for (const part of ['aria-label="图例"', '标题', '#112233', '甲', '7', '说明']) {
      expect(markup).toContain(part);
    }
  });
});

describe('ProblemList', () => {
  const problems = [
    { code: 'a', severity: 'error', text: '甲', mend: '乙' },
    { code: 'b', severity: 'warning', text: '甲', mend: '乙' },
  ] as const;

  it('tells errors from warnings by word, gives the mend, and names the code for tests', () => {
    const markup = renderToStaticMarkup(<ProblemList problems={problems} />);
    expect(markup).toContain('错误：甲');
    expect(markup).toContain('提示：甲');
    expect(markup.match(/办法：乙/g)).toHaveLength(2);
    expect(markup).toContain('data-code="b"');
    expect(markup).not.toContain('role="alert"');
  });

  it('is spoken on request and not there without problems', () => {
    expect(renderToStaticMarkup(<ProblemList problems={problems} announce />)).toContain('alert');
    expect(renderToStaticMarkup(<ProblemList problems={[]} announce />)).toBe('');
  });

  it('draws hundreds in parts and says how many are left', () => {
    const [problem] = problems;
    const markup = renderToStaticMarkup(
      <ProblemList problems={Array.from({ length: 145 }, () => problem)} />,
    );
    expect(markup.match(/错误：甲/g)).toHaveLength(60);
    expect(markup).toContain('还有 85 条');
  });
});

describe('SortHeading', () => {
  it('says which way it is sorted, to eyes and to readers', () => {
    const heading = (direction: 'ascending' | 'descending' | null): string =>
      renderToStaticMarkup(
        <SortHeading text="村" direction={direction} onSort={() => undefined} />,
      );
    expect(heading(null)).toContain('aria-sort="none"');
    expect(heading(null)).not.toContain('<svg');
    expect(heading('descending')).toContain('aria-sort="descending"');
    expect(heading('ascending')).toContain('lucide-arrow-up');
  });
});
