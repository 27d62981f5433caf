import type { RegionPack } from '../domain/region-pack';
import { type ChangedVillage, SIDE_WORDS } from '../features/plan/compare-view';
import { writeCsv } from '../io/csv';
import { exportFooter } from '../report/export-footer';
import { listCsvRows } from '../report/list-csv';
import { type ListTable, numberColumn, textColumn } from '../report/list-table';
import { audienceWord, internalFile } from '../report/publish-rule';
import { CSV_TYPE, download, fileName, localStamp } from './download';
import { ENGINE_VERSION } from './engine-version';

type Key =
  | 'side'
  | 'code'
  | 'name'
  | 'county'
  | 'township'
  | 'before'
  | 'after'
  | 'metresBefore'
  | 'metresAfter';

const known = (metres: number): number | null => (Number.isFinite(metres) ? metres : null);

/** The villages that two scenarios treat differently, in pack order, as a list. */
export function compareTable(
  pack: RegionPack,
  villages: readonly ChangedVillage[],
  about: { readonly from: string; readonly to: string; readonly distanceMetres: number },
  madeAt: string,
): ListTable<Key> {
  return {
    title: `情景比较：${about.from} → ${about.to}`,
    header: [{ label: '服务距离(米)', value: String(about.distanceMetres) }],
    columns: [
      textColumn('side', '变化', 10),
      { ...textColumn<Key>('code', '代码', 14), type: 'code' },
      textColumn('name', '村', 18),
      textColumn('county', '县', 12),
      textColumn('township', '乡镇', 16),
      textColumn('before', '原状态', 12),
      textColumn('after', '现状态', 12),
      numberColumn('metresBefore', '原距离(米)', 12, 1),
      numberColumn('metresAfter', '现距离(米)', 12, 1),
    ],
    rows: villages.map((village) => ({
      ...village,
      side: SIDE_WORDS[village.side],
      metresBefore: known(village.metresBefore),
      metresAfter: known(village.metresAfter),
    })),
    footer: exportFooter(pack, { madeAt, engineVersion: ENGINE_VERSION }),
  };
}

export function downloadCompared(
  pack: RegionPack,
  villages: readonly ChangedVillage[],
  about: Parameters<typeof compareTable>[2],
): void {
  const table = internalFile(compareTable(pack, villages, about, localStamp(new Date())));
  const bytes = new Uint8Array(writeCsv(listCsvRows(table)));
  const name = fileName(['情景比较', about.from, about.to, audienceWord(null)], 'csv');
  download(name, CSV_TYPE, bytes);
}
