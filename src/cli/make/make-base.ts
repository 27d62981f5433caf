// Base map of sheet 底图: every feature of the files that it names.
import type { BaseFeature } from '../../domain/base-layer';
import { BASE_FEATURE_WORDS } from '../../domain/wording';
import type { ProjectFeature } from '../../io/read-projects';
import { publishedGeometry } from '../../packs/make/published-geometry';
import type { Sources } from './make-sources';
import type { SheetRow, Workbook } from './sheet-rows';
import { RANK_WORDS, YES_NO_WORDS } from './template-shown';

/** A row of the sheet with the features of its file, WGS84. */
export interface BaseFile {
  readonly row: SheetRow;
  readonly features: readonly ProjectFeature[];
}

/** Rows that name a file; those that name none are at fault. */
export function baseRows(book: Workbook): readonly SheetRow[] {
  return book.rows('底图').filter((row) => row.filled('文件') !== '');
}

export function makeBase(files: readonly BaseFile[], sources: Sources): readonly BaseFeature[] {
  return files.flatMap(({ row, features }) => {
    const kind = row.neededChoice('类别', BASE_FEATURE_WORDS) ?? 'river';
    const rank = row.choice('级别', RANK_WORDS) ?? '2';
    const accuracy = row.number('误差（米）');
    const common = {
      kind,
      rank: rank === '1' ? 1 : rank === '3' ? 3 : 2,
      schematic: row.choice('示意', YES_NO_WORDS) === 'yes',
      accuracyMetres: accuracy === null ? null : Math.ceil(accuracy),
      sourceIds: [sources.of(row)],
      note: '',
    } as const;
    return features.map(({ name, geometry }, at): BaseFeature => {
      if (name === '') {
        const mend = '请在文件里给每个要素填名称（name 或 名称）。';
        row.fault('文件', `「${row.text('文件')}」第 ${at + 1} 个要素没有名称`, mend);
      }
      return {
        id: `${kind}-${row.row}-${at + 1}`,
        name,
        ...common,
        geometry: publishedGeometry(geometry),
      };
    });
  });
}
