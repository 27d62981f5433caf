import type { ChangedPart, PackChange } from '../../analysis/pack-changes';
import { formatInteger } from '../../ui/format';

export const PART_WORDS: Readonly<Record<ChangedPart, string>> = {
  counties: '县',
  townships: '乡镇',
  villages: '村级单位',
  figures: '统计数字',
  projects: '项目',
  belts: '产业带',
  relocations: '易地搬迁',
  timeline: '时序',
  claims: '规划口径',
  tables: '规划表格',
  statements: '正文数字',
  relations: '数字关系',
  lists: '名单',
  rules: '规则',
  targets: '指标',
  storyline: '故事线',
  baseFeatures: '底图要素',
  sources: '资料来源',
};

export const KIND_WORDS: Readonly<Record<PackChange['kind'], string>> = {
  added: '新增',
  removed: '删除',
  renamed: '改名',
  changed: '修改',
};

const KINDS = ['added', 'removed', 'renamed', 'changed'] as const;

/** One line a part that changed: "村级单位：新增 2，改名 1". */
export function changeCounts(changes: readonly PackChange[]): readonly string[] {
  const parts = [...new Set(changes.map(({ part }) => part))];
  return parts.map((part) => {
    const of = changes.filter((change) => change.part === part);
    const counts = KINDS.map(
      (kind) => [kind, of.filter((each) => each.kind === kind).length] as const,
    );
    const words = counts
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => `${KIND_WORDS[kind]} ${formatInteger(count)}`);
    return `${PART_WORDS[part]}：${words.join('，')}`;
  });
}
