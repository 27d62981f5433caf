// What one import became, in words.
import { importSourceId } from '../../document/effective-region';
import { chinaDay } from '../../domain/china-day';
import { isDrawnImport } from '../../domain/imported-things';
import type { ImportRecord } from '../../domain/imported';
import type { Project } from '../../domain/project';
import { PROJECT_KIND_WORDS } from '../../domain/wording';
import { crsLabel, parseCrs } from '../../io/crs';
import { terrainWords } from '../../io/terrain-words';
import { formatInteger, formatQuantity } from '../../ui/format';

export interface ImportView {
  readonly id: string;
  readonly title: string;
  /** "村 12 个（其中新增 2）：位置 12，数字 8". */
  readonly became: string;
  /** File, where the title does not name it; date and coordinate system; rows. */
  readonly facts: readonly string[];
  /** Zones and reference layers can be hidden; what has become part of the region cannot. */
  readonly canHide: boolean;
}

function villageWords(content: Extract<ImportRecord['content'], { kind: 'villages' }>): string {
  const { villages, purpose } = content;
  if (purpose === 'relocation') return `搬迁名单 ${formatQuantity(villages.length, '行')}`;
  const added = villages.filter((village) => village.added !== null).length;
  const placed = villages.filter((village) => village.position !== null).length;
  const withFigures = villages.filter(({ figures }) =>
    Object.values(figures).some((value) => value !== null),
  ).length;
  const parts = [
    ...(placed > 0 ? [`位置 ${formatInteger(placed)}`] : []),
    ...(withFigures > 0 ? [`数字 ${formatInteger(withFigures)}`] : []),
    ...(added > 0 ? [`新增 ${formatInteger(added)}`] : []),
  ];
  const detail = parts.length === 0 ? '' : `（${parts.join('，')}）`;
  return `村 ${formatQuantity(villages.length, '个')}${detail}`;
}

function terrainWhole({ grid, villages }: Extract<ImportRecord['content'], { kind: 'terrain' }>) {
  const [west, south, east, north] = grid.bounds.map((degrees) => degrees.toFixed(2));
  const heights = villages.length === 0 ? '' : `；村的海拔 ${formatInteger(villages.length)}`;
  return `地形 ${terrainWords(grid)}，东经 ${west}–${east}°、北纬 ${south}–${north}°${heights}`;
}

function becameWords(record: ImportRecord, projects: readonly Project[]): string {
  const { content } = record;
  if (content.kind === 'villages') return villageWords(content);
  if (content.kind === 'terrain') return terrainWhole(content);
  const features = formatQuantity(content.features.length, '个要素');
  if (content.kind === 'zones') return `片区，${features}`;
  if (content.kind === 'reference') return `参考图层，${features}`;
  const sourceId = importSourceId(record.id);
  const made = projects.filter((project) => project.sourceIds.includes(sourceId)).length;
  const word =
    content.kind === 'projects' ? `${PROJECT_KIND_WORDS[content.projectKind]}项目` : '安置点';
  return `${word} ${formatQuantity(made, '项')}，${features}`;
}

function crsWords(text: string): string {
  const crs = parseCrs(text);
  return crs.ok ? crsLabel(crs.value) : text;
}

/** `projects`: those in force, among them the ones that imports became. */
export function importView(record: ImportRecord, projects: readonly Project[]): ImportView {
  const { fileName, madeAt, crs, rowsRead, rowsRefused } = record.provenance;
  return {
    id: record.id,
    title: record.title,
    became: becameWords(record, projects),
    facts: [
      ...(fileName === record.title ? [] : [fileName]),
      `${chinaDay(madeAt)} 导入 · ${crsWords(crs)}`,
      `读入 ${formatInteger(rowsRead)} 行，未采用 ${formatInteger(rowsRefused)} 行`,
    ],
    canHide: isDrawnImport(record),
  };
}
