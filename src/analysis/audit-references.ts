// What a relation's operands stand for (domain/statement: FigureReference), as figures with places.
import type { FigureReference } from '../domain/statement';
import type { AuditInput } from './audit-input';
import {
  type NamedFigure,
  claimFigure,
  quoted,
  statementPlace,
  targetFigures,
} from './audit-figures';
import { plainUnit, statedFigure } from './audit-number';
import { type AuditColumn, type AuditTable, cellPlace, columnPlace, rowWords } from './audit-table';
import { columnSum } from './audit-totals';

export type ReferredFigure = Pick<NamedFigure, 'place' | 'words' | 'figure' | 'unit'>;

export type Resolver = (reference: FigureReference) => ReferredFigure | null;

function unitOf(column: AuditColumn): { readonly factor: number; readonly unit: string } {
  return plainUnit(column.unit);
}

function cellFigureOf(audited: AuditTable, rest: string): ReferredFigure | null {
  const [, rowText = '', heading = ''] = /^(\d+)\/(.+)$/.exec(rest) ?? [];
  const column = audited.columns.find((each) => each.heading === heading);
  const row = Number(rowText) - 1;
  const cell = column?.cells[row] ?? null;
  if (column === undefined || cell === null) return null;
  const { factor, unit } = unitOf(column);
  const figure = { value: cell.value * factor, low: cell.low * factor, high: cell.high * factor };
  return {
    place: cellPlace(audited, row, column),
    words: `${rowWords(audited, row)}「${heading}」`,
    figure,
    unit: cell.unit || unit,
  };
}

function columnFigureOf(audited: AuditTable, heading: string): ReferredFigure | null {
  const column = audited.columns.find((each) => each.heading === heading);
  const found = column === undefined ? null : columnSum(audited, column, audited.bodyRows);
  if (column === undefined || found === null) return null;
  const { factor, unit } = unitOf(column);
  const { value, low, high } = found.sum;
  return {
    place: columnPlace(audited, column),
    words: `${audited.name}「${heading}」各行之和`,
    figure: { value: value * factor, low: low * factor, high: high * factor },
    unit,
  };
}

export function resolver(input: AuditInput, tables: readonly AuditTable[]): Resolver {
  const statements = new Map(input.statements.map((each) => [each.id, each]));
  const claims = new Map(input.claims.map((each) => [each.id, each]));
  const targets = new Map(input.targets.map((each) => [each.id, each]));
  const lists = new Map(input.lists.map((each) => [each.id, each]));
  const byId = new Map(tables.map((each) => [each.table.id, each]));
  const ofTable = (
    rest: string,
    read: (audited: AuditTable, rest: string) => ReferredFigure | null,
  ) => {
    const [, id = '', more = ''] = /^([^/]+)\/(.+)$/.exec(rest) ?? [];
    const audited = byId.get(id);
    return audited === undefined ? null : read(audited, more);
  };
  return (reference) => {
    const [, kind = '', rest = ''] = /^([a-z-]+):(.+)$/.exec(reference) ?? [];
    switch (kind) {
      case 'statement': {
        const found = statements.get(rest);
        if (found === undefined || found.value === null) return null;
        const { subject, unit, printed } = found;
        const figure = statedFigure({ ...found, value: found.value });
        return {
          place: statementPlace(found),
          words: `${subject}（${quoted(printed)}）`,
          figure,
          unit,
        };
      }
      case 'claim': {
        const found = claims.get(rest);
        return found === undefined
          ? null
          : { ...claimFigure(found), words: `${found.subject}（${quoted(found.printed)}）` };
      }
      case 'target':
      case 'target-base': {
        const found = targets.get(rest);
        const isBase = kind === 'target-base';
        const year = isBase ? found?.base?.year : found?.year;
        const figures = found === undefined ? [] : targetFigures(input, found);
        return (
          figures.find(
            (each) => each.year === year && each.words.endsWith(isBase ? '基期' : '目标'),
          ) ?? null
        );
      }
      case 'cell':
        return ofTable(rest, cellFigureOf);
      case 'column':
        return ofTable(rest, columnFigureOf);
      case 'list': {
        const found = lists.get(rest);
        if (found === undefined) return null;
        const value = found.members.length;
        const figure = { value, low: value, high: value };
        return {
          place: { text: found.id, chapter: found.chapter },
          words: `名单“${found.title}”`,
          figure,
          unit: '个',
        };
      }
      default:
        return null;
    }
  };
}
