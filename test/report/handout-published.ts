// A hand-out of two answered scenes, and what a reader could compute of its public version: ranks modulo a prime, which know
// nothing of how the suppression looks for it.
import type { HandoutModel } from '../../src/report/handout-model';
import { plainHandout } from './handout-model-fixture';

export interface PlainVillage {
  /** Place of its area: the county, or the township of a hand-out of one county. */
  readonly county: number;
  readonly households: number | null;
  /** In each scene. */
  readonly states: readonly [number, number];
}

const AREAS = ['甲', '乙', '丙', '丁'];
const CODES = {
  county: AREAS.map((_, at) => `11010${at + 1}`),
  township: AREAS.map((_, at) => `11010110${at}`),
};
const tenth = (value: number): number => Math.round(value * 10) / 10;

export function answeredHandout(
  each: readonly PlainVillage[],
  level: keyof typeof CODES = 'county',
): HandoutModel {
  const plain = plainHandout(
    each.map(({ households }) => households),
    each.map(() => '0').join(''),
  );
  const scene = plain.scenes[0]!;
  const sum = (keeps: (village: PlainVillage) => boolean): number =>
    tenth(each.filter(keeps).reduce((total, { households }) => total + (households ?? 0), 0));
  const codes = CODES[level];
  const areas = AREAS.map((name, at) => ({ ...plain.counties[0]!, code: codes[at]!, name }));
  return {
    ...plain,
    ...(level === 'county' ? { counties: areas } : { townships: areas }),
    villages: { ...plain.villages, codes: each.map(({ county }, at) => `${codes[county]}${at}`) },
    scenes: [0, 1].map((place) => {
      const state = ({ states }: PlainVillage): number => states[place] ?? 0;
      const rows = AREAS.map((name, at) => ({
        name,
        households: sum((village) => village.county === at && state(village) >= 2),
      }));
      const [certain, drawn, most] = [3, 2, 1].map((least) =>
        sum((village) => state(village) >= least),
      );
      return {
        ...scene,
        answer: { ...scene.answer!, states: each.map(state).join('') },
        figures: [
          {
            label: '覆盖贫困户',
            value: `≈${drawn} 户`,
            range: `${certain}–${most} 户`,
            note: '',
          },
        ],
        tables: [
          { ...scene.tables[0]!, rows: [...rows, { name: '合计', households: drawn ?? null }] },
        ],
      };
    }),
  };
}

const PRIME = 1_000_003;

function inverse(value: number): number {
  let [result, base] = [1, value];
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}

function rank(rows: readonly (readonly number[])[]): number {
  let left = rows.filter((row) => row.some((value) => value !== 0));
  for (let found = 0; ; found++) {
    const head = left[0];
    if (head === undefined) return found;
    const at = head.findIndex((value) => value !== 0);
    const unit = inverse(head[at]!);
    left = left
      .slice(1)
      .map((row) => {
        const factor = (row[at]! * unit) % PRIME;
        return row.map((value, place) => (value + factor * (PRIME - head[place]!)) % PRIME);
      })
      .filter((row) => row.some((value) => value !== 0));
  }
}

/** Numbers in the order of a text; null where something else stands. */
function numbersIn(text: string): readonly (number | null)[] {
  return text
    .replaceAll(/[≈ 户]/g, '')
    .split('–')
    .map((part) => (/^[\d.]+$/.test(part) ? Number(part) : null));
}

/** Names of small figures of households that the public version tells of; villages with equal figures in a county are one. */
export function computable(before: HandoutModel, made: HandoutModel, n: number): readonly string[] {
  const values = before.villages.households.map((value) => (typeof value === 'number' ? value : 0));
  const unit = before.villages.codes.map((code, at) => `${code.slice(0, 6)} ${values[at]}`);
  const units = [...new Set(unit)];
  const vector = (places: readonly number[]): readonly number[] =>
    units.map((key) => places.filter((at) => unit[at] === key).length);
  const areas = before.counties.length > 1 ? before.counties : before.townships;
  const all = [...values.keys()];
  const known: (readonly number[])[] = [];
  const secret = new Map<string, readonly number[]>();
  const print = (name: string, places: readonly number[], isShown: boolean): void => {
    const sum = places.reduce((total, at) => total + values[at]!, 0);
    if (isShown) known.push(vector(places));
    if (sum > 0 && sum < n) secret.set(name, vector(places));
  };
  const isShown = (value: unknown): boolean => typeof value === 'number';
  all.forEach((at) => print(`村 ${at}`, [at], isShown(made.villages.households[at])));
  made.scenes.forEach(({ answer, tables, figures }, scene) => {
    const from = (least: number) => all.filter((at) => Number(answer?.states[at]) >= least);
    const rows = tables[0]?.rows ?? [];
    areas.forEach(({ name, code }, area) => {
      const places = from(2).filter((at) => before.villages.codes[at]?.startsWith(code));
      print(`${scene} ${name}`, places, isShown(rows[area]?.households));
    });
    print(`${scene} 合计`, from(2), isShown(rows.at(-1)?.households));
    const [drawn] = numbersIn(figures[0]?.value ?? '');
    const [certain, most] = numbersIn(figures[0]?.range ?? '');
    print(`${scene} 覆盖`, from(2), isShown(drawn));
    print(`${scene} 确定`, from(3), isShown(certain));
    print(`${scene} 最多`, from(1), isShown(most));
  });
  const base = rank(known);
  return [...secret].flatMap(([name, sum]) => (rank([...known, sum]) === base ? [name] : []));
}
