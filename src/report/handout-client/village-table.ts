// 村表: every village with the scene's state and distance; search, sort, pages of a hundred.
import { countyCodeOf } from '../../domain/administrative';
import type { HandoutAmount, HandoutModel, HandoutScene } from '../handout-model';
import { numberText } from '../report-text';
import { el } from './dom';

const PAGE = 100;
/** Village, township, county and code stand first. */
const NAMING_COLUMNS = 4;
const COLLATOR = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });

type Cell = string | number | null;

interface Column {
  readonly heading: string;
  readonly isNumber: boolean;
  readonly decimals: number;
  readonly of: (at: number) => Cell;
}

function amountColumn(heading: string, amounts: readonly HandoutAmount[]): Column {
  return { heading, isNumber: true, decimals: 1, of: (at) => amounts[at] ?? null };
}

function columnsOf(model: HandoutModel, { answer }: HandoutScene): readonly Column[] {
  const { villages, townships, counties } = model;
  const text = (heading: string, of: (at: number) => string): Column => ({
    heading,
    isNumber: false,
    decimals: 0,
    of,
  });
  const township = (at: number) => townships[villages.townships[at] ?? -1];
  const countyName = new Map(counties.map(({ code, name }) => [code, name]));
  const answered: readonly Column[] =
    answer === null
      ? []
      : [
          text('状态', (at) => model.stateWords[Number(answer.states[at])] ?? ''),
          {
            heading: '距离(米)',
            isNumber: true,
            decimals: model.audience === 'public' ? 0 : 1,
            of: (at) => answer.distances[at] ?? null,
          },
          text('最近项目', (at) => answer.projectNames[answer.nearest[at] ?? -1] ?? ''),
        ];
  return [
    text('村名', (at) => villages.names[at] ?? ''),
    text('乡镇', (at) => township(at)?.name ?? ''),
    text('县', (at) => countyName.get(countyCodeOf(villages.codes[at] ?? '')) ?? ''),
    text('行政区划代码', (at) => villages.codes[at] ?? ''),
    ...answered,
    amountColumn('贫困户(估算)', villages.households),
    amountColumn('贫困人口(估算)', villages.persons),
    text('口径', (at) => villages.bases[villages.basis[at] ?? 0] ?? ''),
    text('位置', (at) => (villages.isKnown[at] === 1 ? '已知' : '只知所在乡镇')),
  ];
}

function compare(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  // A suppressed figure is text among numbers: below them.
  if (typeof a !== typeof b) return typeof a === 'string' ? -1 : 1;
  return COLLATOR.compare(String(a), String(b));
}

const shown = ({ decimals }: Column, cell: Cell): string =>
  cell === null ? '—' : typeof cell === 'number' ? numberText(cell, decimals) : cell;

interface Sort {
  readonly column: number;
  readonly isDown: boolean;
}

/** Places of the villages whose names or code hold every word, in the order asked for. */
function foundRows(
  count: number,
  columns: readonly Column[],
  query: string,
  sort: Sort | null,
): readonly number[] {
  const words = query.trim().split(/\s+/).filter(Boolean);
  const rows = Array.from({ length: count }, (_, at) => at).filter((at) => {
    const text = columns
      .slice(0, NAMING_COLUMNS)
      .map((column) => column.of(at))
      .join(' ');
    return words.every((word) => text.includes(word));
  });
  const by = sort === null ? undefined : columns[sort.column];
  if (sort === null || by === undefined) return rows;
  return rows.toSorted((a, b) => {
    const [x, y] = [by.of(a), by.of(b)];
    // What is not known stays last either way.
    return x === null || y === null ? compare(x, y) : (sort.isDown ? -1 : 1) * compare(x, y);
  });
}

function villageRow(
  at: number,
  columns: readonly Column[],
  onVillage: (at: number) => void,
): HTMLTableRowElement {
  const cells = columns.map((column, place) => {
    const text = shown(column, column.of(at));
    if (place > 0) return el('td', { class: column.isNumber ? 'number' : '' }, [text]);
    const look = (): void => onVillage(at);
    const button = el('button', { type: 'button', class: 'link', click: look }, [text]);
    return el('th', { scope: 'row' }, [button]);
  });
  return el('tr', {}, cells);
}

export interface VillageTable {
  readonly element: HTMLElement;
  readonly showScene: (scene: HandoutScene) => void;
}

export function villageTable(model: HandoutModel, onVillage: (at: number) => void): VillageTable {
  let columns: readonly Column[] = [];
  let sort: Sort | null = null;
  let page = 0;
  const search = el('input', {
    type: 'search',
    id: 'search',
    placeholder: '村名、乡镇、县或代码',
    input: () => turn(0),
  });
  const count = el('span', { role: 'status' });
  const [head, body] = [el('thead'), el('tbody')];
  const back = el('button', { type: 'button', click: () => turn(page - 1) }, ['上一页']);
  const next = el('button', { type: 'button', click: () => turn(page + 1) }, ['下一页']);

  function turn(to: number): void {
    const rows = foundRows(model.villages.codes.length, columns, search.value, sort);
    const pages = Math.max(1, Math.ceil(rows.length / PAGE));
    page = Math.min(Math.max(to, 0), pages - 1);
    body.replaceChildren(
      ...rows.slice(page * PAGE, (page + 1) * PAGE).map((at) => villageRow(at, columns, onVillage)),
    );
    count.textContent = `${numberText(rows.length, 0)} 村，第 ${page + 1} / ${pages} 页`;
    back.disabled = page === 0;
    next.disabled = page === pages - 1;
  }

  function sortBy(column: number): void {
    const isSame = sort?.column === column;
    sort = isSame && sort?.isDown === true ? null : { column, isDown: isSame };
    heading();
    turn(0);
  }

  function heading(): void {
    const cells = columns.map(({ heading: word, isNumber }, column) => {
      const isSorted = sort?.column === column;
      const button = el('button', { type: 'button', class: 'sort', click: () => sortBy(column) }, [
        isSorted ? `${word} ${sort?.isDown === true ? '▼' : '▲'}` : word,
      ]);
      const order = !isSorted ? 'none' : sort?.isDown === true ? 'descending' : 'ascending';
      return el('th', { scope: 'col', 'aria-sort': order, class: isNumber ? 'number' : '' }, [
        button,
      ]);
    });
    head.replaceChildren(el('tr', {}, cells));
  }

  const element = el('section', { class: 'villages' }, [
    el('h2', {}, ['村表']),
    el('p', { class: 'tools' }, [
      el('label', { for: 'search' }, ['查找']),
      search,
      count,
      back,
      next,
    ]),
    el('div', { class: 'wide', tabindex: 0, role: 'group', 'aria-label': '村表' }, [
      el('table', {}, [head, body]),
    ]),
  ]);
  return {
    element,
    showScene: (scene) => {
      const next_ = columnsOf(model, scene);
      if (next_.length !== columns.length) sort = null;
      columns = next_;
      heading();
      turn(0);
    },
  };
}
