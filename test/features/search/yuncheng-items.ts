// Areas of the shipped pack, read straight from its files: enough for the search, free of the loader.
import { readFileSync } from 'node:fs';
import type { SearchItem } from '../../../src/features/search/search-items';

const FOLDER = new URL('../../../geodata/yuncheng/', import.meta.url);

interface AreaFeatures {
  readonly features: readonly {
    readonly properties: {
      readonly code: string;
      readonly name: string;
      readonly countyCode?: string;
    };
  }[];
}

function areas(file: string): AreaFeatures['features'] {
  return (JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as AreaFeatures).features;
}

export function yunchengItems(): SearchItem[] {
  const counties = areas('counties.geojson').map(({ properties }) => properties);
  const townships = areas('townships.geojson').map(({ properties }) => properties);
  const names = new Map([...counties, ...townships].map(({ code, name }) => [code, name]));
  const nameOf = (code: string): string => names.get(code) ?? '';
  const rows = readFileSync(new URL('villages.csv', FOLDER), 'utf8').trim().split('\n').slice(1);
  return [
    ...counties.map(({ code, name }): SearchItem => ({
      kind: 'county',
      id: code,
      code,
      title: name,
      subtitle: '',
      context: '',
    })),
    ...townships.map(({ code, name }): SearchItem => {
      const county = nameOf(code.slice(0, 6));
      return { kind: 'township', id: code, code, title: name, subtitle: county, context: county };
    }),
    ...rows.map((row): SearchItem => {
      const [code = '', title = '', , townshipCode = '', countyCode = ''] = row.split(',');
      const where = `${nameOf(countyCode)} ${nameOf(townshipCode)}`;
      return { kind: 'village', id: code, code, title, subtitle: where, context: where };
    }),
  ];
}
