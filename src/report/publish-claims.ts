// 规划口径核验 for the public: of a claim about people only what the plan prints and the verdict, for what was computed is a sum
// over other villages than those whose sums were reckoned with.
import type { ReportTable } from './report-model';

const HIDDEN = '不公布';

/** What may be said of a claim about people: what the plan prints, and the verdict. */
const CLAIM_COMPUTED: ReadonlySet<string> = new Set([
  'computed',
  'range',
  'least',
  'most',
  'ceiling',
  'inverse',
  'inverseMetres',
  'inverseNote',
  'reason',
]);

type Rows = ReportTable['rows'];

/** Rows of 规划口径核验 on paper and in the workbook; other rows stay. */
export function publicClaims(rows: Rows): Rows {
  return rows.map((row) => {
    if (!('verdict' in row) || !/[户人]|贫困发生率/.test(`${row['measure']}${row['stated']}`))
      return row;
    const told = Object.entries(row).map(([key, value]) => [
      key,
      CLAIM_COMPUTED.has(key) && value !== null && value !== '' ? HIDDEN : value,
    ]);
    return Object.fromEntries(told) as Rows[number];
  });
}
