// A hand-out of plain squares and 甲村, 乙村 …: no place of the world.
import type { HandoutModel } from '../../src/report/handout-model';

const square = (lng: number, lat: number) => [
  lng,
  lat,
  lng + 1,
  lat,
  lng + 1,
  lat + 1,
  lng,
  lat + 1,
  lng,
  lat,
];

export function plainHandout(
  households: readonly (number | null)[],
  states: string,
  positions: readonly number[] = households.flatMap((_, at) => [110.00123 + at / 100, 35.00456]),
): HandoutModel {
  const names = households.map((_, at) => `村${at}`);
  return {
    title: '甲市贫困村覆盖',
    region: '甲市',
    planTitle: '甲规划',
    organisation: '',
    mapNumber: '',
    date: '2026年11月22日',
    audience: 'internal',
    publication: [],
    sources: ['资料来源：甲表'],
    counties: [{ code: '110101', name: '甲县', rings: [square(110, 35)], label: [110.5, 35.5] }],
    townships: [
      { code: '110101100', name: '甲镇', rings: [square(110, 35)], label: [110.2, 35.2] },
    ],
    waters: [],
    relief: [],
    villages: {
      codes: names.map((_, at) => `110101100${String(at).padStart(3, '0')}`),
      names,
      townships: names.map(() => 0),
      positions,
      isKnown: names.map(() => 1),
      households,
      persons: households.map((each) => (each === null ? null : each * 3)),
      basis: names.map(() => 0),
      bases: ['无数据'],
      dotSizes: households.map((_, at) => String(at % 2)).join(''),
    },
    stateColours: ['#9AA5B1', '#0F7B6C', '#0F7B6C', '#0F7B6C'],
    stateWords: ['未覆盖', '可能覆盖', '按标绘覆盖', '确定覆盖'],
    dotShares: [0.37, 1.05],
    claims: {
      title: '规划口径核验',
      columns: [],
      rows: [
        { measure: '贫困户', stated: '100 户', computed: '约 3 户', range: '1–9', verdict: '偏高' },
        {
          measure: '面积',
          stated: '9 平方公里',
          computed: '8 平方公里',
          range: '',
          verdict: '相符',
        },
      ],
      note: '',
    },
    scenes: [
      {
        title: '覆盖',
        caption: '',
        view: null,
        fills: null,
        answer: {
          states,
          distances: households.map((_, at) => 1234.5 + at),
          nearest: households.map(() => 0),
          projectNames: ['甲渠'],
        },
        showsVillages: true,
        showsTownships: true,
        showsWaters: true,
        showsRelief: false,
        highlightCodes: [],
        lines: [
          {
            colour: '#1F6FB5',
            width: 2,
            isDashed: true,
            isArea: false,
            paths: [[110.12345, 35.54321, 110.54321, 35.12345]],
            points: [110.33333, 35.66666],
          },
        ],
        reach: [[110.11111, 35.22222, 110.33333, 35.44444, 110.55555, 35.11111]],
        legends: [],
        figures: [{ label: '覆盖贫困户', value: '≈3 户', range: '1–400 户', note: '' }],
        tables: [
          {
            title: '各县',
            columns: [
              { key: 'name', heading: '县', type: 'text', decimals: 0, width: 10 },
              {
                key: 'households',
                heading: '覆盖贫困户(估算)',
                type: 'number',
                decimals: 0,
                width: 10,
              },
              { key: 'covered', heading: '覆盖(村)', type: 'number', decimals: 0, width: 10 },
            ],
            rows: [
              { name: '甲县', households: 3, covered: 1 },
              { name: '乙县', households: 12, covered: 2 },
              { name: '丙县', households: 40, covered: 3 },
              { name: '合计', households: 55, covered: 6 },
            ],
            note: '',
          },
        ],
        parameters: [],
      },
    ],
  };
}
