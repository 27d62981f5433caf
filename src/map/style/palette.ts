// Every colour of the map by role. standard: quiet atlas on screen; projector: darker lines and text on white.
import type { CountyStatus } from '../../domain/timeline';
import type { ProjectKind } from '../../domain/project';
import type { MapTheme } from '../map-types';

/** Hex colours (#RRGGBB). */
export interface MapPalette {
  readonly ground: string;
  readonly veil: string;
  readonly countyLine: string;
  readonly townshipLine: string;
  readonly outline: string;
  readonly outlineBand: string;
  readonly river: string;
  readonly riverLabel: string;
  readonly lake: string;
  readonly lakeLine: string;
  readonly mountain: string;
  readonly tableland: string;
  readonly reliefLine: string;
  readonly reliefLabel: string;
  readonly road: string;
  readonly protectedArea: string;
  readonly countyLabel: string;
  readonly townshipLabel: string;
  readonly villageLabel: string;
  readonly halo: string;
  readonly haloWidthPixels: number;
  readonly noData: string;
  readonly accent: `#${string}`;
  readonly covered: string;
  readonly notCovered: string;
  /** Villages reached by one, two, three and more projects: one hue, each darker than the one before. */
  readonly overlap: readonly [one: string, two: string, more: string];
  readonly village: string;
  readonly column: string;
  readonly reach: string;
  readonly relocation: string;
  readonly imported: string;
  /** 规划对象 that have no colour of their kind elsewhere; sites are as `relocation`. */
  readonly planObject: Readonly<Record<'zone' | 'belt' | 'reference', string>>;
  readonly project: Readonly<Record<ProjectKind, string>>;
  readonly status: Readonly<Record<CountyStatus, string>>;
  /** Fill and dark outline of each belt, taken in the pack's order and repeated if there are more. */
  readonly belts: readonly { readonly fill: string; readonly line: string }[];
}

const STANDARD: MapPalette = {
  ground: '#F7F6F1',
  veil: '#ECEFF1',
  countyLine: '#6B7A89',
  townshipLine: '#B8C2CB',
  outline: '#52606D',
  outlineBand: '#C9D2DA',
  river: '#5B9BD5',
  riverLabel: '#2F6FA8',
  lake: '#CFE3F3',
  lakeLine: '#8DB9DF',
  mountain: '#E9E4D4',
  tableland: '#EFEBDD',
  reliefLine: '#D8CFB4',
  reliefLabel: '#7A6B3F',
  road: '#A08B6C',
  protectedArea: '#7FA66B',
  countyLabel: '#1F2933',
  townshipLabel: '#3E4C59',
  villageLabel: '#52606D',
  halo: '#F7F6F1',
  haloWidthPixels: 1.5,
  noData: '#9AA5B1',
  accent: '#0B5CAD',
  covered: '#0F7B6C',
  notCovered: '#9AA5B1',
  overlap: ['#BFE5DD', '#1B8575', '#06403A'],
  village: '#3E4C59',
  column: '#B45309',
  reach: '#0F7B6C',
  relocation: '#8C4A6B',
  imported: '#6F6788',
  planObject: { zone: '#7A7A1E', belt: '#8A5334', reference: '#B42318' },
  project: { water: '#1F6FB5', power: '#B7791F', road: '#6B46C1', facility: '#2F855A' },
  status: {
    poor: '#C2603A',
    exiting: '#F2B872',
    consolidating: '#8FBFA8',
    'scattered-poor': '#D9CFB8',
    'scattered-cleared': '#CBDDD3',
    'with-task': '#E3C9A8',
    'task-done': '#BCD6C6',
    unlisted: '#DCE1E4',
  },
  belts: [
    { fill: '#C58B6B', line: '#8A5334' },
    { fill: '#7FA8CF', line: '#3B6A97' },
    { fill: '#8FB6A3', line: '#4A7C65' },
    { fill: '#B9A0C9', line: '#745A88' },
    { fill: '#A9A870', line: '#6C6B3B' },
    { fill: '#D1A95B', line: '#8B6A22' },
  ],
};

const PROJECTOR: MapPalette = {
  ...STANDARD,
  ground: '#FFFFFF',
  veil: '#DDE3E8',
  countyLine: '#323F4B',
  townshipLine: '#8A97A3',
  outline: '#000000',
  outlineBand: '#9AA5B1',
  river: '#1F6FB5',
  riverLabel: '#0B4A85',
  lake: '#A9CFEE',
  lakeLine: '#1F6FB5',
  mountain: '#E6DDC0',
  tableland: '#F0E9D3',
  reliefLine: '#B8A874',
  reliefLabel: '#5A4B1F',
  road: '#7A5F38',
  countyLabel: '#000000',
  townshipLabel: '#1F2933',
  villageLabel: '#1F2933',
  halo: '#FFFFFF',
  haloWidthPixels: 2,
  noData: '#616E7C',
  accent: '#0047A0',
  covered: '#00594D',
  notCovered: '#616E7C',
  overlap: ['#A9DDD2', '#147A6C', '#002B26'],
  village: '#1F2933',
  reach: '#00594D',
  imported: '#4A4263',
  planObject: { zone: '#55550C', belt: '#5F3315', reference: '#8F1A10' },
  project: { water: '#0B4A85', power: '#8F5500', road: '#4C2A9E', facility: '#1B5E3B' },
};

export function mapPalette(theme: MapTheme): MapPalette {
  return theme === 'projector' ? PROJECTOR : STANDARD;
}

/** "#RRGGBB" and alpha 0..255 → deck.gl colour. Throws on any other form. */
export function rgba(hex: string, alpha = 255): [number, number, number, number] {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`colour ${hex} is not #RRGGBB`);
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255, alpha];
}
