// The Chinese sentences of a claim check: how the value came about, what it means for the plan's figure, what is missing.
import { UNIT_SPACE, lengthText } from '../domain/units';
import { CLAIM_GAP_WORDS } from '../domain/wording';
import { bandSide } from './claim-band';
import type { ClaimCheck } from './claim-check';
import { type ClaimSettings, beltWidthMetres } from './claim-data';
import type { ClaimObjects } from './claim-reach';
import { numberText } from './number-text';

type Checked = Omit<ClaimCheck, 'reason'>;

function amountText({ claim, isEstimate }: Checked, value: number): string {
  const digits = claim.unit === '%' ? 1 : 0;
  return `${isEstimate ? '约 ' : ''}${numberText(value, digits)}${UNIT_SPACE}${claim.unit}`;
}

/** A number stands off the word before it, “约” does not. */
function spaced(text: string): string {
  return /^\d/.test(text) ? ` ${text}` : text;
}

function beltText({ belts }: ClaimObjects, settings: ClaimSettings): string {
  const widths = belts.map((belt) => {
    const word = belt.shape.kind === 'corridor' ? '半宽' : '外延';
    const width =
      belt.shape.kind === 'zone'
        ? '整县'
        : `${word} ${lengthText(beltWidthMetres(belt, settings))}`;
    return belts.length > 1 ? `${belt.name}${width}` : width;
  });
  return widths.join('、');
}

function methodText(check: Checked, objects: ClaimObjects, settings: ClaimSettings): string {
  const { method, computed, range, ceiling, distanceMetres } = check;
  if (method === 'ceiling' && ceiling !== null) {
    const scope = objects.isWholeRegion ? '规划没有点名，按全部县看，' : '点名范围内';
    return `不能逐村核算，只能看上限：${scope}合计最多 ${amountText(check, ceiling)}`;
  }
  if (computed === null || range === null) return '没有可以重算的数据';
  const value = amountText(check, computed);
  const digits = check.claim.unit === '%' ? 1 : 0;
  const [least, most] = range.map((each) => numberText(each, digits));
  if (method === 'list-count') {
    const names = objects.lists.map(({ title, chapter }) => `${chapter}「${title}」`).join('、');
    return `按${names}逐个数得 ${value}`;
  }
  if (method === 'county-sum') {
    return `点名县的表内数合计 ${value}（各表不一，${least}—${most}）`;
  }
  if (method === 'belt-area') {
    return `按${beltText(objects, settings)}量得 ${value}（轮廓误差内 ${least}—${most}）；宽度是设定值，规划没有写`;
  }
  const counted = `${value}（确定 ${least}，最多 ${most}）`;
  if (method === 'belt-villages') {
    return `按${beltText(objects, settings)}、点名县内计得${spaced(counted)}，按乡镇或县均摊估算；宽度是设定值，规划没有写`;
  }
  if (method === 'belt-units') {
    return `按${beltText(objects, settings)}、点名县内逐个数得${spaced(counted)}`;
  }
  return `按 ${lengthText(distanceMetres ?? 0)}计得${spaced(counted)}，按乡镇贫困村数均摊估算；距离是设定值，规划没有写`;
}

function verdictText(check: Checked): string {
  const { verdict, method, isEstimate, isProven } = check;
  if (verdict === 'high') {
    return method === 'ceiling' ? '规划数超过上限，偏高' : '规划数比测算的大，偏高';
  }
  if (verdict === 'low') return '规划数比测算的小，偏低';
  if (verdict === 'unverifiable') return method === 'ceiling' ? '没有超过上限，但不能据此认定' : '';
  return isEstimate && !isProven ? '按绘制相符' : '相符';
}

/** The plan may have counted whole counties: say what that would give. */
function wholeText(check: Checked): string {
  const { claim, wholeCounties, band, method, verdict } = check;
  if (wholeCounties === null) return '';
  if (method === 'ceiling')
    return `带内现有${amountText({ ...check, isEstimate: true }, wholeCounties)}（估算）`;
  const digits = claim.unit === '%' ? 1 : 0;
  const whole = `点名县整县合计 ${numberText(wholeCounties, digits)}${UNIT_SPACE}${claim.unit}`;
  const fits = bandSide(band, wholeCounties) === 0 && verdict !== 'consistent';
  return fits ? `${whole}，与规划数相符，规划可能按整县计` : whole;
}

function limitText(check: Checked): string {
  const { claim, limits, isEstimate, isProven, verdict } = check;
  if (limits === null || !isEstimate || limits[1] === Infinity) return '';
  const digits = claim.unit === '%' ? 1 : 0;
  const [least, most] = limits.map((each) => numberText(each, digits));
  const span = `不论在村间怎样分布，都在 ${least}—${most}${UNIT_SPACE}${claim.unit}之间`;
  return verdict !== 'unverifiable' && !isProven ? `${span}，结论随分布可变` : span;
}

/** One line of Chinese sentences about a check. */
export function claimReason(
  check: Checked,
  objects: ClaimObjects,
  settings: ClaimSettings,
): string {
  const gaps = check.gaps.map((gap) => CLAIM_GAP_WORDS[gap]).join('，');
  return [
    methodText(check, objects, settings),
    verdictText(check),
    wholeText(check),
    limitText(check),
    check.context,
    gaps,
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}。`)
    .join('');
}
