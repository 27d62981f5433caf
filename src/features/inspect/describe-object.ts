// What is known of a project, a belt, a relocation programme, a base feature.
import type { CoverageResult } from '../../analysis/coverage-result';
import type { BaseFeature } from '../../domain/base-layer';
import type { Belt, BeltShape } from '../../domain/belt';
import type { Claim } from '../../domain/claim';
import type { PackIndex } from '../../domain/pack-index';
import type { Project, ProjectFigure, ProjectPlace } from '../../domain/project';
import type { RelocationProgramme } from '../../domain/relocation';
import {
  ALIGNMENT_SENTENCES,
  ALIGNMENT_WORDS,
  BASE_FEATURE_WORDS,
  CLAIM_QUALIFIER_WORDS,
  PROJECT_KIND_WORDS,
} from '../../domain/wording';
import {
  formatDistance,
  formatGiven,
  formatInteger,
  formatQuantity,
  formatYuan,
} from '../../ui/format';
import {
  inspectRow,
  sectionIf,
  type InspectLink,
  type InspectRow,
  type InspectSection,
  type InspectView,
} from './inspect-view';

function accuracyText(metres: number | null): string {
  return metres === null ? '精度未知' : `精度 ±${formatDistance(metres)}`;
}

function placeRow(place: ProjectPlace): InspectRow {
  const where = place.position === null ? '位置未知，不上图' : accuracyText(place.accuracyMetres);
  return inspectRow(place.role === '' ? '地点' : place.role, place.name, {
    note: place.inferred ? `${where}。推定：资料没有写明此地属于本项目，是我们的判断。` : where,
    sourceIds: place.sourceIds,
    inferred: place.inferred,
  });
}

function printedRows(figures: readonly ProjectFigure[]): readonly InspectRow[] {
  return figures.map((figure) =>
    inspectRow(figure.label, figure.text, { sourceIds: figure.sourceIds }),
  );
}

function countyLinks(index: PackIndex, codes: readonly string[]): readonly InspectLink[] {
  return codes.map((code) => ({
    text: index.countyByCode.get(code)?.name ?? code,
    to: { kind: 'county', code },
  }));
}

function townshipLinks(index: PackIndex, codes: readonly string[]): readonly InspectLink[] {
  return codes.map((code) => ({
    text: index.townshipByCode.get(code)?.name ?? code,
    to: { kind: 'township', code },
  }));
}

function scopeRows(
  index: PackIndex,
  thing: {
    readonly countyCodes: readonly string[];
    readonly townshipCodes?: readonly string[];
  },
): readonly InspectRow[] {
  const counties = countyLinks(index, thing.countyCodes);
  const townships = townshipLinks(index, thing.townshipCodes ?? []);
  return [
    ...(counties.length === 0
      ? []
      : [inspectRow('涉及县', formatQuantity(counties.length, '个'), { links: counties })]),
    ...(townships.length === 0
      ? []
      : [inspectRow('涉及乡镇', formatQuantity(townships.length, '个'), { links: townships })]),
  ];
}

function claimQuantity(claim: Claim): string {
  if (claim.unit === '元') return formatYuan(claim.value);
  if (claim.unit === '%') return `${claim.value}%`;
  return formatQuantity(claim.value, claim.unit);
}

/** 规划口径 about an object: what the plan states, not what the map finds. */
function claimSections(index: PackIndex, ids: ReadonlySet<string>): readonly InspectSection[] {
  const claims = index.pack.claims.filter(
    (claim) => ids.has(claim.id) || claim.objectIds.some((id) => ids.has(id)),
  );
  return sectionIf(
    '规划口径（照录，未经核验）',
    claims.map((claim) =>
      inspectRow(
        claim.subject,
        `${CLAIM_QUALIFIER_WORDS[claim.qualifier]}${claimQuantity(claim)}`,
        { note: `${claim.chapter}：“${claim.printed}”` },
      ),
    ),
  );
}

function sourceSection(sourceIds: readonly string[]): readonly InspectSection[] {
  return sectionIf('来源', sourceIds.length === 0 ? [] : [inspectRow('资料', '', { sourceIds })]);
}

function yearsText(project: Project): string {
  const { startYear, endYear } = project;
  if (startYear === null && endYear === null) return '未注明';
  return startYear === endYear ? `${startYear}年` : `${startYear ?? '？'}–${endYear ?? '？'}年`;
}

function projectCoverageRows(
  project: Project,
  coverage: CoverageResult | null,
): readonly InspectRow[] {
  const counts = coverage?.perTarget.find((each) => each.targetId === project.id)?.counts;
  if (coverage === null || counts === undefined) return [];
  const drawn = counts.certain + counts.asDrawn;
  return [
    inspectRow('覆盖', formatQuantity(drawn, '村'), {
      note: `服务距离 ${formatDistance(coverage.distanceMetres)}；确定 ${formatInteger(counts.certain)}，最多 ${formatInteger(drawn + counts.possible)}。`,
    }),
  ];
}

export function describeProject(
  index: PackIndex,
  project: Project,
  coverage: CoverageResult | null,
): InspectView {
  const { alignment, alignmentAccuracyMetres } = project;
  return {
    kindWord: `${PROJECT_KIND_WORDS[project.kind]}项目`,
    title: project.name,
    code: null,
    badges: [
      ...(project.group === '' ? [] : [project.group]),
      alignment === 'schematic' ? `≈${ALIGNMENT_WORDS[alignment]}` : ALIGNMENT_WORDS[alignment],
    ],
    sections: [
      ...sectionIf('覆盖分析', projectCoverageRows(project, coverage)),
      ...sectionIf('线位', [
        inspectRow('方法', ALIGNMENT_WORDS[alignment], {
          note: `${ALIGNMENT_SENTENCES[alignment]}${alignment === 'scope-only' ? '' : accuracyText(alignmentAccuracyMetres) + '。'}`,
        }),
        ...(project.scopeNote === ''
          ? []
          : [inspectRow('范围说明', '', { note: project.scopeNote })]),
      ]),
      ...sectionIf('数字', printedRows(project.figures)),
      ...claimSections(index, new Set([project.id])),
      ...sectionIf('范围', scopeRows(index, project)),
      ...sectionIf(`地点（${formatInteger(project.places.length)}）`, project.places.map(placeRow)),
      ...sectionIf('概况', [
        inspectRow('建设年份', yearsText(project)),
        inspectRow('章节', project.chapter),
      ]),
      ...sourceSection(project.sourceIds),
    ],
  };
}

function beltShapeRow(shape: BeltShape, accuracyMetres: number): InspectRow {
  switch (shape.kind) {
    case 'zone':
      return inspectRow('形状', '整县范围', { note: '由规划点名的县组成。' });
    case 'corridor':
      return inspectRow('形状', '沿河两侧', {
        note: `河道中心线两侧各 ${formatDistance(shape.defaultHalfWidthMetres)}（默认值，可调），按点名的县裁切；中心线${accuracyText(accuracyMetres)}。`,
      });
    case 'upland':
      return inspectRow('形状', '山地台塬及山前', {
        note: `地形轮廓外扩 ${formatDistance(shape.defaultMarginMetres)}（默认值，可调），按点名的县裁切；轮廓${accuracyText(accuracyMetres)}。`,
      });
  }
}

export function describeBelt(index: PackIndex, belt: Belt): InspectView {
  return {
    kindWord: '产业带',
    title: belt.name,
    code: null,
    badges: ['示意'],
    sections: [
      ...sectionIf('规划原文', [inspectRow(belt.chapter, '', { note: belt.chapterText })]),
      ...sectionIf('范围', [
        beltShapeRow(belt.shape, belt.shapeAccuracyMetres),
        ...scopeRows(index, belt),
        ...(belt.note === '' ? [] : [inspectRow('说明', '', { note: belt.note })]),
      ]),
      ...claimSections(index, new Set([belt.id, ...belt.claimIds])),
      ...sourceSection(belt.sourceIds),
    ],
  };
}

export function describeRelocation(index: PackIndex, programme: RelocationProgramme): InspectView {
  const count = (value: number | null, unit: string): string =>
    formatGiven(value, (known) => formatQuantity(known, unit));
  return {
    kindWord: '易地搬迁',
    title: programme.name,
    code: null,
    badges: ['仅有范围'],
    sections: [
      ...sectionIf('规划数字', [
        inspectRow('安置点', count(programme.siteCount, '个'), {
          note: '规划没有给出点名和位置，不上图。',
        }),
        inspectRow('搬迁人口', count(programme.persons, '人')),
        inspectRow('其中建档立卡', count(programme.registeredPoorPersons, '人')),
        inspectRow('投资', formatGiven(programme.investmentYuan, formatYuan)),
      ]),
      ...sectionIf('原文数字', printedRows(programme.figures)),
      ...sectionIf('范围', [
        ...scopeRows(index, programme),
        ...(programme.scopeNote === ''
          ? []
          : [inspectRow('范围说明', '', { note: programme.scopeNote })]),
        inspectRow('章节', programme.chapter),
      ]),
      ...claimSections(index, new Set([programme.id])),
      ...sourceSection(programme.sourceIds),
    ],
  };
}

export function describeBaseFeature(feature: BaseFeature): InspectView {
  return {
    kindWord: BASE_FEATURE_WORDS[feature.kind],
    title: feature.name,
    code: null,
    badges: feature.schematic ? ['示意'] : [],
    sections: [
      ...sectionIf('位置', [
        inspectRow('精度', accuracyText(feature.accuracyMetres), {
          note: `底图要素，只供定位，不参与覆盖判断。${feature.note}`,
        }),
      ]),
      ...sourceSection(feature.sourceIds),
    ],
  };
}
