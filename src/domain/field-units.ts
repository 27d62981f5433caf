// Units that planners type. A value is stored in the base unit of its dimension, the one with factor 1; the field says
// which unit is typed and shown. Areas of land are typed in 亩 (10,000/15 m²), money in 万元, both as the plans print them.

export type Dimension =
  | 'area'
  | 'money'
  | 'length'
  | 'persons'
  | 'households'
  | 'count'
  | 'flow'
  | 'volume'
  | 'voltage'
  | 'capacity'
  | 'power';

export type UnitId =
  | 'square-metre'
  | 'mu'
  | 'ten-thousand-mu'
  | 'hectare'
  | 'square-kilometre'
  | 'yuan'
  | 'ten-thousand-yuan'
  | 'hundred-million-yuan'
  | 'metre'
  | 'kilometre'
  | 'person'
  | 'household'
  | 'piece'
  | 'cubic-metre-per-second'
  | 'cubic-metre'
  | 'kilovolt'
  | 'kilovolt-ampere'
  | 'kilowatt';

export interface UnitSpec {
  readonly dimension: Dimension;
  readonly word: string;
  /** Other ways to type it, after full-width characters became half-width and m² became m2; lower case. */
  readonly aliases: readonly string[];
  /** Base units in one of these. */
  readonly factor: number;
  /** The unit that a bare 万 or 亿 counts: 万元 typed as “3万” is 30,000 元. */
  readonly plain: UnitId;
}

const unit = (
  dimension: Dimension,
  word: string,
  factor: number,
  plain: UnitId,
  aliases: readonly string[] = [],
): UnitSpec => ({ dimension, word, factor, plain, aliases });

export const MU_SQUARE_METRES = 10_000 / 15;

export const UNITS: Readonly<Record<UnitId, UnitSpec>> = {
  'square-metre': unit('area', '平方米', 1, 'square-metre', ['m2', '平米']),
  mu: unit('area', '亩', MU_SQUARE_METRES, 'mu'),
  'ten-thousand-mu': unit('area', '万亩', MU_SQUARE_METRES * 10_000, 'mu'),
  hectare: unit('area', '公顷', 10_000, 'hectare', ['ha']),
  'square-kilometre': unit('area', '平方公里', 1e6, 'square-kilometre', ['km2', '平方千米']),
  yuan: unit('money', '元', 1, 'yuan'),
  'ten-thousand-yuan': unit('money', '万元', 1e4, 'yuan'),
  'hundred-million-yuan': unit('money', '亿元', 1e8, 'yuan'),
  metre: unit('length', '米', 1, 'metre', ['m']),
  kilometre: unit('length', '公里', 1000, 'kilometre', ['km', '千米']),
  person: unit('persons', '人', 1, 'person', ['口人', '口']),
  household: unit('households', '户', 1, 'household'),
  piece: unit('count', '个', 1, 'piece', ['台', '处', '座', '套']),
  'cubic-metre-per-second': unit('flow', '立方米每秒', 1, 'cubic-metre-per-second', [
    'm3/s',
    '立方米/秒',
  ]),
  'cubic-metre': unit('volume', '立方米', 1, 'cubic-metre', ['m3', '方']),
  kilovolt: unit('voltage', '千伏', 1, 'kilovolt', ['kv']),
  'kilovolt-ampere': unit('capacity', '千伏安', 1, 'kilovolt-ampere', ['kva']),
  kilowatt: unit('power', '千瓦', 1, 'kilowatt', ['kw']),
};

export const UNIT_IDS = Object.keys(UNITS) as readonly UnitId[];
