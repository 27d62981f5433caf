// Lists by name: their length against the stated one, names twice, names in two lists that exclude each other, names that
// are no unit, are several units, or lie elsewhere than the list says.
import type { AuditFinding, AuditPlace } from '../domain/audit-finding';
import type { NamedList, NamedListMember } from '../domain/statement';
import {
  type AreaNames,
  type NamedArea,
  areaStem,
  bareAreaName,
  placedNames,
} from './audit-area-names';
import { finding } from './audit-finding-text';
import type { AuditInput } from './audit-input';

type AreaKind = 'county' | 'township' | 'village';

function listPlace({ id, chapter }: NamedList): AuditPlace {
  return { text: id, chapter };
}

function memberPlace(list: NamedList, at: number): AuditPlace {
  const code = list.members[at]?.code ?? null;
  return { ...listPlace(list), row: at + 1, ...(code === null ? {} : { code }) };
}

function areaKind({ memberKind }: NamedList): AreaKind | null {
  return memberKind === 'county' || memberKind === 'township' || memberKind === 'village'
    ? memberKind
    : null;
}

/** Members are the same by code, else by name and the unit they are put in. */
function sameKeys(list: NamedList, { printed, code, withinCode }: NamedListMember): string {
  const kind = areaKind(list);
  const name = kind === null ? bareAreaName(printed) : areaStem(printed, kind);
  return code ?? `${name}@${withinCode ?? ''}`;
}

function lengthFinding(list: NamedList): AuditFinding[] {
  const { stated, members, title } = list;
  if (stated === null || stated.count === members.length) return [];
  // “甲、乙等5个” names some of them only.
  if (members.length < stated.count && stated.printed.includes('等')) return [];
  const gap = stated.count - members.length;
  const names = members.map(({ printed }) => printed);
  const shown = names.length > 12 ? `${names.slice(0, 12).join('、')}……` : names.join('、');
  return [
    finding({
      kind: 'list-length',
      severity: 'error',
      where: { text: list.id, chapter: stated.chapter },
      against: [listPlace(list)],
      stated: stated.count,
      computed: members.length,
      unit: '个',
      arithmetic: `所列${members.length}个：${shown}；文中称${stated.count}个，${gap > 0 ? '缺' : '多'}${Math.abs(gap)}个`,
      cause:
        gap > 0
          ? '名单不全，或个数未随名单更新。'
          : '个数未随名单更新，或名单有重复、不应列入的名称。',
      text: `“${title}”称${stated.count}个（“${stated.printed}”），实际列出${members.length}个。`,
      mend: '请核对名单与个数，补上缺漏的名称或改正个数。',
      canUseComputed: false,
    }),
  ];
}

function duplicateFindings(list: NamedList): AuditFinding[] {
  const first = new Map<string, number>();
  return list.members.flatMap((member, at) => {
    const key = sameKeys(list, member);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, at);
      return [];
    }
    const earlier = list.members[before]?.printed ?? '';
    const names =
      earlier === member.printed
        ? `“${member.printed}”`
        : `“${earlier}”与“${member.printed}”（同一单位）`;
    return finding({
      kind: 'list-duplicate',
      severity: 'error',
      where: memberPlace(list, at),
      against: [memberPlace(list, before)],
      stated: member.printed,
      computed: null,
      unit: '',
      arithmetic: `第${before + 1}项与第${at + 1}项相同`,
      cause: '同一名称列了两次，或其中一处是另一个单位的误写。',
      text: `名单“${list.title}”第${before + 1}项、第${at + 1}项重复：${names}。`,
      mend: '请删去重复的一项，或改正误写的名称，并核对名单个数。',
      canUseComputed: false,
    });
  });
}

function exclusiveFindings(lists: readonly NamedList[]): AuditFinding[] {
  const byId = new Map(lists.map((list) => [list.id, list]));
  return lists.flatMap((list, at) =>
    lists.slice(at + 1).flatMap((other) => {
      const excludes = list.excludes.includes(other.id) || other.excludes.includes(list.id);
      if (!excludes || !byId.has(other.id)) return [];
      const keys = new Map(list.members.map((member, place) => [sameKeys(list, member), place]));
      return other.members.flatMap((member, place) => {
        const shared = keys.get(sameKeys(other, member));
        if (shared === undefined) return [];
        return finding({
          kind: 'exclusive-lists',
          severity: 'error',
          where: memberPlace(other, place),
          against: [memberPlace(list, shared)],
          stated: member.printed,
          computed: null,
          unit: '',
          arithmetic: `“${list.title}”第${shared + 1}项，“${other.title}”第${place + 1}项`,
          cause: '两份名单按定义不能有相同的单位，其中一份误列。',
          text: `“${member.printed}”同时列在“${list.title}”和“${other.title}”中，两份名单不应有相同的单位。`,
          mend: '请核对该单位属于哪一份名单，从另一份中删去，并改正两处的个数。',
          canUseComputed: false,
          mark: list.id,
        });
      });
    }),
  );
}

const KIND_WORDS: Readonly<Record<AreaKind, string>> = {
  county: '县（市、区）',
  township: '乡镇',
  village: '村',
};

/** A name that is no unit's; `same`: units that bear it but for the word for their kind (石门镇, 石门乡). */
function unmatchedWords(
  list: NamedList,
  { printed, note }: NamedListMember,
  kind: AreaKind,
  same: readonly NamedArea[],
  names: AreaNames,
): Pick<AuditFinding, 'kind' | 'severity' | 'computed' | 'arithmetic' | 'cause' | 'text' | 'mend'> {
  const [only] = same;
  const isOne = only !== undefined && same.length === 1;
  const found =
    same.length === 0
      ? '找不到'
      : isOne
        ? `作“${only.name}”`
        : `有${same.length}个（${placedNames(same, names)}），不能确定是哪一个`;
  const guess =
    same.length > 1
      ? '名单没有写明所属乡镇，无法确定是哪一个。'
      : isOne
        ? '区划的通名写错，或建制已变。'
        : '名称误写、已合并更名，或是自然村。';
  return {
    kind: kind === 'county' ? 'foreign-area' : same.length > 1 ? 'same-name' : 'unmatched-name',
    severity: note !== '' && !(isOne && kind === 'county') ? 'note' : 'warning',
    computed: same.length === 0 ? null : placedNames(same, names),
    arithmetic: isOne
      ? `名单“${printed}”，区划名录“${only.name}”`
      : `区划名录中同名的有${same.length}个`,
    cause: note === '' ? guess : note,
    text: `名单“${list.title}”中的“${printed}”在本区域的${KIND_WORDS[kind]}名录中${found}。`,
    mend: isOne
      ? `请核对名称；如即${only.name}，请改用规范名称。`
      : '请写出全称、所属乡镇和区划代码。',
  };
}

function nameFindings(list: NamedList, names: AreaNames): AuditFinding[] {
  const kind = areaKind(list);
  if (kind === null) return [];
  return list.members.flatMap((member, at) => {
    const { printed, code, withinCode } = member;
    const same = (names.byStem[kind].get(areaStem(printed, kind)) ?? []).filter(
      (area) => withinCode === null || area.code.startsWith(withinCode),
    );
    const common = {
      where: memberPlace(list, at),
      against: [],
      stated: printed,
      unit: '',
      canUseComputed: false,
    };
    if (code !== null && withinCode !== null && !code.startsWith(withinCode)) {
      const [own, within] = [names.nameOf(code) ?? code, names.nameOf(withinCode) ?? withinCode];
      return finding({
        ...common,
        kind: 'foreign-area',
        severity: 'error',
        computed: own,
        arithmetic: `区划名录中${own}的代码${code}不在${within}（${withinCode}）之下`,
        cause: '所属单位写错，或名称与另一单位混淆。',
        text: `名单“${list.title}”把“${printed}”列在${within}，而区划名录中它不属${within}。`,
        mend: '请核对该单位的所属关系。',
      });
    }
    if (code === null) {
      return finding({ ...common, ...unmatchedWords(list, member, kind, same, names) });
    }
    if (kind !== 'county' && withinCode === null && same.length > 1) {
      return finding({
        ...common,
        kind: 'same-name',
        severity: 'note',
        computed: same.length,
        arithmetic: `同名：${placedNames(same, names)}`,
        cause: '名单没有写明所属单位。',
        text: `名单“${list.title}”中的“${printed}”在本区域有${same.length}个同名单位，名单未写明是哪一个。`,
        mend: '请补写所属乡镇或区划代码。',
      });
    }
    return [];
  });
}

export function listFindings({ lists }: AuditInput, names: AreaNames): readonly AuditFinding[] {
  return [
    ...lists.flatMap(lengthFinding),
    ...lists.flatMap(duplicateFindings),
    ...exclusiveFindings(lists),
    ...lists.flatMap((list) => nameFindings(list, names)),
  ];
}
