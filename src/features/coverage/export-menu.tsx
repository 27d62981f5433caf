import { Download } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { MenuButton } from '../../ui/menu-button';
import type { CoverageExportKind } from './coverage-panel-props';

const KINDS: readonly (readonly [CoverageExportKind, string])[] = [
  ['xlsx', 'Excel 清单（XLSX，含汇总表）'],
  ['csv', 'CSV（UTF-8，Excel 可直接打开）'],
  ['geojson', 'GeoJSON（WGS84 点）'],
  ['xlsx-uncovered', '仅未覆盖村（XLSX）'],
];

const MORE = 'more';

function isExportKind(key: string): key is CoverageExportKind {
  return KINDS.some(([kind]) => kind === key);
}

export const ExportMenu = memo(function ExportMenu(props: {
  readonly canExport: boolean;
  readonly exporting: CoverageExportKind | null;
  readonly onExport: (kind: CoverageExportKind) => void;
  readonly onMore: () => void;
}): ReactNode {
  const isBusy = props.exporting !== null;
  return (
    <MenuButton
      size="small"
      disabled={!props.canExport}
      loading={isBusy}
      icon={<Download size={14} aria-hidden />}
      title={props.canExport ? '导出覆盖清单' : '先选项目算出结果，再导出'}
      items={[
        ...KINDS.map(([key, label]) => ({ key, label })),
        { type: 'divider' },
        { key: MORE, label: '更多格式、字段与坐标系…' },
      ]}
      onItem={(key) => {
        if (key === MORE) props.onMore();
        else if (!isBusy && isExportKind(key)) props.onExport(key);
      }}
    >
      {isBusy ? '正在导出' : '导出'}
    </MenuButton>
  );
});
