// 发布前检查清单: what was done, what is missing, what only a person can judge. No legal advice, and it says so.

/** done: the program has done it. missing: must be given before a public version is made. look: somebody has to look. */
export type CheckState = 'done' | 'missing' | 'look';

export interface PublishCheck {
  readonly id: string;
  readonly text: string;
  readonly state: CheckState;
}

export interface PublishFacts {
  readonly isPublic: boolean;
  readonly threshold: number;
  readonly gridText: string;
  readonly date: string;
  readonly sources: number;
  readonly organisation: string;
  readonly mapNumber: string;
  /** Scenes with text of their own. */
  readonly captions: number;
}

export const NOT_LEGAL_ADVICE = '检查清单，不构成法律意见';

function check(id: string, state: CheckState, text: string): PublishCheck {
  return { id, state, text };
}

const given = (text: string): boolean => text.trim() !== '';

/** Public versions alone are stripped; both kinds want source and date. */
export function publishChecks(facts: PublishFacts): readonly PublishCheck[] {
  const { isPublic, threshold, gridText, date, sources, organisation, mapNumber, captions } = facts;
  const isSourced = sources > 0;
  return [
    isPublic
      ? check('small', 'done', `小于 ${threshold} 的户数、人数不公布，并防止由合计反推单个数字`)
      : check('small', 'look', '内部版保留全部数字，请按知悉范围分发'),
    isPublic
      ? check('grid', 'done', `村、项目、规划对象的坐标取整到 ${gridText}`)
      : check('grid', 'look', '内部版保留原坐标，可能涉密，请按保密规定处理'),
    check(
      'names',
      'look',
      '不含人名、联系方式等列；村、项目、场景的名称原样写出，请确认其中没有人名和不宜公开的内容',
    ),
    captions > 0
      ? check(
          'captions',
          'look',
          `${captions} 个场景有说明文字，请确认其中没有人名、小数字和精确位置`,
        )
      : check('captions', 'done', '场景没有另写说明文字'),
    isPublic
      ? check('difference', 'look', '不同场景之间的差额可能暴露小数字，请核对各场景的合计')
      : check('difference', 'done', '内部版不要求核对场景之间的差额'),
    check(
      'source',
      isSourced ? 'done' : 'missing',
      isSourced ? `已列 ${sources} 行来源和参数` : '没有资料来源',
    ),
    check('date', given(date) ? 'done' : 'missing', given(date) ? `日期：${date}` : '请填日期'),
    check(
      'organisation',
      given(organisation) ? 'done' : 'look',
      given(organisation) ? `制图单位：${organisation}` : '没有填制图单位',
    ),
    given(mapNumber)
      ? check('map-number', 'look', `审图号：${mapNumber}，请核对与送审版本一致`)
      : check('map-number', 'look', '没有填审图号。公开出版、登载的地图一般须送审并标注审图号'),
    check('boundary', 'done', '已写“示意，不作划界依据”'),
  ];
}

/** Whether a version may be made: a public one not while something is missing. */
export function canPublish(facts: PublishFacts): boolean {
  return !facts.isPublic || publishChecks(facts).every(({ state }) => state !== 'missing');
}
