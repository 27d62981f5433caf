// Targets against their base, against what the text says is reached already, and against what can be at all.
import type { AuditFinding } from '../domain/audit-finding';
import type { Target } from '../domain/target';
import type { NamedFigure } from './audit-figures';
import { MEND_TEXT, finding } from './audit-finding-text';
import { type Interval, figureText, isAbove, statedFigure } from './audit-number';

type AimedTarget = Target & { readonly value: number };

function isAimed(target: Target): target is AimedTarget {
  return target.value !== null;
}

/** Printed as a bound, a target is its bound. */
function aimOf({ value, unit, printed }: AimedTarget): Interval {
  return statedFigure({ value, most: null, qualifier: 'exact', unit, printed });
}

/** Whether `reached` is strictly beyond the aim. */
function isBeyond(target: AimedTarget, reached: Interval): boolean {
  const aim = aimOf(target);
  return target.better === 'more' ? isAbove(reached, aim) : isAbove(aim, reached);
}

/** What is done anew each year does not add up to a state that could be reached already. */
function isFlow({ measure, name }: Target): boolean {
  return (
    /^(exited|new|trained|completed|yearly|annual)|Lifted|Yearly|Annual|PerYear/.test(measure) ||
    /当年|每年|年均|年度|^\d{4}年/.test(name)
  );
}

/** A scope that counts otherwise, not a part of the same. */
const OTHER_COUNT = /人次|户次|累计|计划|规划|目标|期间|时期|十[一二三四五]五/;
const COUNTED = /^(人|户|个|名|家|处|座|所|项|村)$/;

const STAYS = /保持|不变|稳定|维持|持续|控制在|不低于|以上|以内|巩固/;

function baseFindings(target: AimedTarget): AuditFinding[] {
  const { base, better, unit, name, year, chapter, id, value, printed } = target;
  if (base === null || better === null || base.year >= year) return [];
  const reached = statedFigure({
    value: base.value,
    most: null,
    qualifier: 'exact',
    unit,
    printed,
  });
  const isEqual = base.value === value;
  if (!isBeyond(target, reached) && !isEqual) return [];
  if (isEqual && STAYS.test(`${printed}${target.note}`)) return [];
  const [from, to] = [`${figureText(base.value)}${unit}`, `${figureText(value)}${unit}`];
  return [
    finding({
      kind: 'target-exceeded',
      severity: isEqual || STAYS.test(printed) ? 'note' : 'warning',
      where: { text: id, chapter },
      against: [],
      stated: value,
      computed: base.value,
      unit,
      arithmetic: `${base.year}年${from}，${year}年目标${to}`,
      cause: isEqual ? '目标可能只是保持，而文中没有写明。' : '基期或目标值抄错，或口径已变。',
      text: isEqual
        ? `指标“${name}”${base.year}年已是${from}，${year}年目标仍是${to}，没有提高。`
        : `指标“${name}”${base.year}年已是${from}，${better === 'more' ? '高于' : '低于'}${year}年的目标${to}。`,
      mend: MEND_TEXT,
      canUseComputed: false,
    }),
  ];
}

/** The whole that the target is of, one of the units that must each reach it, or a part of what is counted. */
function isOfTarget(
  target: Target,
  area: string,
  { area: own, scope, unit }: NamedFigure,
): boolean {
  if (own === area && scope === '') return true;
  if (target.areaCodes.length > 1 && target.areaCodes.includes(own) && scope === '') return true;
  const isWithin =
    own === area || area === '' || target.areaCodes.some((code) => own.startsWith(code));
  const isPart = COUNTED.test(unit) && target.better === 'more' && !OTHER_COUNT.test(scope);
  return isPart && isWithin && /^(\d|$)/.test(own);
}

/** A figure that a target repeats is promised, not reached. */
function isPromise(figure: NamedFigure, figures: readonly NamedFigure[]): boolean {
  return figures.some(
    (each) =>
      each.words.endsWith('目标') &&
      each.measure === figure.measure &&
      each.year === figure.year &&
      each.figure.value === figure.figure.value,
  );
}

/** Figures of the text for an earlier year that already pass the target. */
function reachedFindings(target: AimedTarget, figures: readonly NamedFigure[]): AuditFinding[] {
  const { better, measure, unit, year, name, id, chapter, value } = target;
  if (better === null) return [];
  const own = figures.find((figure) => figure.place.text === id);
  return figures.flatMap((figure) => {
    if (figure.measure !== measure || figure.unit !== unit || own === undefined) return [];
    if (figure.place.text === id || figure.year === null || figure.year >= year) return [];
    if (!isOfTarget(target, own.area, figure) || isPromise(figure, figures)) return [];
    if (/指标“/.test(figure.words) || !isBeyond(target, figure.figure)) return [];
    return finding({
      kind: 'target-exceeded',
      severity: 'warning',
      where: { text: id, chapter },
      against: [figure.place],
      stated: value,
      computed: figure.figure.value,
      unit,
      arithmetic: `${figure.year}年${figureText(figure.figure.value)}${unit}，${year}年目标${figureText(value)}${unit}`,
      cause: '目标没有随最新数字更新，或两处口径不同。',
      text: `指标“${name}”${year}年目标为${figureText(value)}${unit}，而${figure.words}${figure.year}年已是${figureText(figure.figure.value)}${unit}。`,
      mend: MEND_TEXT,
      canUseComputed: false,
      mark: figure.place.text ?? `${figure.place.table ?? ''}-${figure.place.row ?? ''}`,
    });
  });
}

function impossibleFindings(target: AimedTarget): AuditFinding[] {
  const { value, unit, name, id, chapter } = target;
  const isNegative = value < 0 && !/增|降|减|变化/.test(name);
  if (!isNegative) return [];
  return [
    finding({
      kind: 'target-impossible',
      severity: 'error',
      where: { text: id, chapter },
      against: [],
      stated: value,
      computed: 0,
      unit,
      arithmetic: `${figureText(value)}${unit}＜0`,
      cause: '符号或减数写错。',
      text: `指标“${name}”的目标为${figureText(value)}${unit}，不可能小于0。`,
      mend: MEND_TEXT,
      canUseComputed: false,
    }),
  ];
}

/** A completion (all, none, below a limit) that is promised for two years. */
function promiseFindings(targets: readonly AimedTarget[]): AuditFinding[] {
  const told = new Set<string>();
  return targets.flatMap((late) =>
    targets.flatMap((early) => {
      const isSame =
        early.year < late.year &&
        early.measure === late.measure &&
        early.documentId === late.documentId &&
        early.value === late.value &&
        early.unit === late.unit &&
        early.areaCodes.join() === late.areaCodes.join();
      const isWhole = (late.unit === '%' && late.value === 100) || late.value === 0;
      const isLimit = late.better === 'less' && late.qualifier === 'atMost';
      const key = `${late.measure}|${late.areaCodes.join()}|${late.year}|${early.year}`;
      if (!isSame || !(isWhole || isLimit) || told.has(key)) return [];
      told.add(key);
      const value = `${figureText(late.value)}${late.unit}`;
      return finding({
        kind: 'year',
        severity: 'warning',
        where: { text: late.id, chapter: late.chapter },
        against: [{ text: early.id, chapter: early.chapter }],
        stated: late.year,
        computed: early.year,
        unit: '年',
        arithmetic: `${value}：一处${early.year}年，一处${late.year}年`,
        cause: '同一件事的完成时限前后不一。',
        text: `“${late.name}”的目标${value}，一处要求${early.year}年完成（“${early.printed}”），一处要求${late.year}年完成（“${late.printed}”）。`,
        mend: '请统一完成时限；如后一年只是保持，请写明。',
        canUseComputed: false,
        mark: early.id,
      });
    }),
  );
}

/** A later target that falls behind an earlier one of the same thing. */
function orderFindings(targets: readonly AimedTarget[]): AuditFinding[] {
  return targets.flatMap((late) =>
    targets.flatMap((early) => {
      const isSame =
        early.measure === late.measure &&
        early.name === late.name &&
        early.unit === late.unit &&
        early.areaCodes.join() === late.areaCodes.join();
      if (
        !isSame ||
        early.year >= late.year ||
        late.better === null ||
        late.better !== early.better
      )
        return [];
      if (!isBeyond(late, aimOf(early))) return [];
      return finding({
        kind: 'target-impossible',
        severity: 'warning',
        where: { text: late.id, chapter: late.chapter },
        against: [{ text: early.id, chapter: early.chapter }],
        stated: late.value,
        computed: early.value,
        unit: late.unit,
        arithmetic: `${early.year}年目标${figureText(early.value)}${late.unit}，${late.year}年目标${figureText(late.value)}${late.unit}`,
        cause: '分年目标的先后写颠倒，或其中一年抄错。',
        text: `指标“${late.name}”${late.year}年的目标${figureText(late.value)}${late.unit}反而落后于${early.year}年的目标${figureText(early.value)}${late.unit}。`,
        mend: MEND_TEXT,
        canUseComputed: false,
        mark: early.id,
      });
    }),
  );
}

export function targetFindings(
  targets: readonly Target[],
  figures: readonly NamedFigure[],
): readonly AuditFinding[] {
  const aimed = targets.filter(isAimed);
  const states = aimed.filter((target) => !isFlow(target));
  return [
    ...states.flatMap(baseFindings),
    ...states.flatMap((target) => reachedFindings(target, figures)),
    ...aimed.flatMap(impossibleFindings),
    ...orderFindings(states),
    ...promiseFindings(states),
  ];
}
