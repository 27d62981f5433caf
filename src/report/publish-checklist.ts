// 发布前检查清单: what was done, what is missing, what only a person can judge. No legal advice, and it says so.
import type { PublishChoice } from './publish-rule';

/** done: the program has done it. missing: must be given before a public version is made. look: somebody has to look. */
export type CheckState = 'done' | 'missing' | 'look';

export interface PublishCheck {
  readonly id: string;
  readonly text: string;
  readonly state: CheckState;
}

/** What goes out, as it stands; null where a file of this kind has no such thing. */
export interface PublishFacts {
  readonly date: string;
  /** Lines of sources and parameters that it carries. */
  readonly sources: number;
  readonly organisation: string | null;
  readonly mapNumber: string | null;
  readonly secrecy: string | null;
  /** Views in it, and how many of them have text of their own. */
  readonly scenes: { readonly count: number; readonly captions: number } | null;
}

export const NOT_LEGAL_ADVICE = '检查清单，不构成法律意见';

function check(id: string, state: CheckState, text: string): PublishCheck {
  return { id, state, text };
}

const given = (text: string): boolean => text.trim() !== '';

export function sceneFacts(
  scenes: readonly { readonly caption: string }[],
): PublishFacts['scenes'] {
  return { count: scenes.length, captions: scenes.filter(({ caption }) => given(caption)).length };
}

function strippedChecks({ isPublic, threshold, grid }: PublishChoice): readonly PublishCheck[] {
  return [
    isPublic
      ? check('small', 'done', `小于 ${threshold} 的户数、人数不公布，并防止由合计反推单个数字`)
      : check('small', 'look', '内部版保留全部数字，请按知悉范围分发'),
    isPublic
      ? check('grid', 'done', `村、项目、规划对象的坐标取整到 ${grid.text}`)
      : check('grid', 'look', '内部版保留原坐标，可能涉密，请按保密规定处理'),
    check(
      'names',
      'look',
      '不含人名、联系方式等列；村、项目、场景的名称原样写出，请确认其中没有人名和不宜公开的内容',
    ),
  ];
}

function sceneChecks(isPublic: boolean, scenes: PublishFacts['scenes']): readonly PublishCheck[] {
  if (scenes === null) return [];
  const { count, captions } = scenes;
  const difference = '不同场景之间的差额可能暴露小数字，请核对各场景的合计';
  return [
    captions > 0
      ? check(
          'captions',
          'look',
          `${captions} 个场景有说明文字，请确认其中没有人名、小数字和精确位置`,
        )
      : check('captions', 'done', '场景没有另写说明文字'),
    ...(isPublic && count > 1 ? [check('difference', 'look', difference)] : []),
  ];
}

function mapNumberCheck(mapNumber: string | null): PublishCheck {
  if (mapNumber !== null && given(mapNumber))
    return check('map-number', 'look', `审图号：${mapNumber}，请核对与送审版本一致`);
  const text = mapNumber === null ? '本文件不印审图号' : '没有填审图号';
  return check('map-number', 'look', `${text}。公开出版、登载的地图一般须送审并标注审图号`);
}

/** Public versions alone are stripped; both kinds want source and date. */
export function publishChecks(choice: PublishChoice, facts: PublishFacts): readonly PublishCheck[] {
  const { isPublic } = choice;
  const { date, sources, organisation, mapNumber, secrecy, scenes } = facts;
  const isSourced = sources > 0;
  return [
    ...strippedChecks(choice),
    ...sceneChecks(isPublic, scenes),
    check(
      'source',
      isSourced ? 'done' : 'missing',
      isSourced ? `已列 ${sources} 行来源和参数` : '没有资料来源',
    ),
    check('date', given(date) ? 'done' : 'missing', given(date) ? `日期：${date}` : '请填日期'),
    ...(organisation === null
      ? []
      : [
          check(
            'organisation',
            given(organisation) ? 'done' : 'look',
            given(organisation) ? `制图单位：${organisation}` : '没有填制图单位',
          ),
        ]),
    mapNumberCheck(mapNumber),
    ...(isPublic && secrecy !== null && given(secrecy)
      ? [check('secrecy', 'missing', `公开版不能印密级“${secrecy}”，请清空密级`)]
      : []),
    check('boundary', 'done', '已写“示意，不作划界依据”'),
  ];
}

/** Whether a version may be made: a public one not while something is missing. */
export function canPublish(choice: PublishChoice, facts: PublishFacts): boolean {
  return !choice.isPublic || publishChecks(choice, facts).every(({ state }) => state !== 'missing');
}
