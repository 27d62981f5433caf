// What stands beside the map: caption, headline numbers with range, legends, parameters; and the scene's tables below.
import type { SwatchSpec } from '../../domain/swatch';
import type { HandoutScene } from '../handout-model';
import type { PageMark } from '../page-marks';
import { swatchMarks } from '../page-swatch';
import type { ReportLegend, ReportTable } from '../report-model';
import { cellText } from '../report-text';
import { el, richText, svg } from './dom';

const [SAMPLE_WIDTH, SAMPLE_HEIGHT] = [24, 14];

/** Marks on paper as shapes of the page; samples have no texts and no pictures. */
function markShape(mark: PageMark): readonly SVGElement[] {
  if (mark.kind === 'text' || mark.kind === 'image') return [];
  const ink = {
    fill: mark.fill ?? 'none',
    stroke: mark.line ?? 'none',
    'stroke-width': mark.lineWidth ?? 1,
    opacity: mark.opacity ?? 1,
    'stroke-dasharray': mark.dash?.join(' ') ?? 'none',
  };
  if (mark.kind === 'circle')
    return [svg('circle', { cx: mark.x, cy: mark.y, r: mark.radius, ...ink })];
  if (mark.kind === 'rect') {
    const { x, y, width, height } = mark;
    return [svg('rect', { x, y, width, height, ...ink })];
  }
  const end = mark.isClosed ? 'Z' : '';
  const d = mark.paths
    .map((points) => `M${points.map(([x, y]) => `${x} ${y}`).join('L')}${end}`)
    .join('');
  return [svg('path', { d, ...ink })];
}

/** A sample of how something is drawn, the same as on paper. */
function sample(swatch: SwatchSpec): SVGElement {
  const box = { x: 0, y: 0, width: SAMPLE_WIDTH, height: SAMPLE_HEIGHT };
  const size = { width: SAMPLE_WIDTH, height: SAMPLE_HEIGHT, 'aria-hidden': 'true' };
  return svg('svg', size, swatchMarks(swatch, box).flatMap(markShape));
}

function legendBlock({ title, items, notes }: ReportLegend): HTMLElement {
  return el('section', { class: 'legend' }, [
    el('h3', {}, [title]),
    el(
      'ul',
      {},
      items.map(({ swatch, label, count }) =>
        el('li', {}, [
          sample(swatch),
          el('span', { class: 'word' }, [label]),
          el('span', { class: 'count' }, [count]),
        ]),
      ),
    ),
    ...notes.map((note) => el('p', { class: 'note' }, [note])),
  ]);
}

/** Caption, numbers and legends of a scene. */
export function scenePanel(scene: HandoutScene): readonly HTMLElement[] {
  const captions = scene.caption.split('\n').filter((line) => line.trim() !== '');
  return [
    el('h2', {}, [scene.title]),
    ...captions.map((line) => el('p', {}, richText(line))),
    el(
      'dl',
      { class: 'figures' },
      scene.figures.map(({ label, value, range, note }) =>
        el('div', {}, [
          el('dt', {}, [label]),
          el('dd', { class: 'value' }, [value]),
          ...[range, note].filter((text) => text !== '').map((text) => el('dd', {}, [text])),
        ]),
      ),
    ),
    ...scene.legends.map(legendBlock),
    ...scene.parameters.map((line) => el('p', { class: 'note' }, [line])),
  ];
}

export function sceneTable({ title, columns, rows, note }: ReportTable): HTMLElement {
  const heading = el(
    'tr',
    {},
    columns.map(({ heading: word, type }) =>
      el('th', { scope: 'col', class: type === 'number' ? 'number' : '' }, [word]),
    ),
  );
  const body = rows.map((row) =>
    el(
      'tr',
      {},
      columns.map((column, at) => {
        const text = cellText(column, row[column.key]);
        if (at === 0) return el('th', { scope: 'row' }, [text]);
        return el('td', { class: column.type === 'number' ? 'number' : '' }, [text]);
      }),
    ),
  );
  return el('section', {}, [
    el('h2', {}, [title]),
    el('div', { class: 'wide', tabindex: 0, role: 'group', 'aria-label': title }, [
      el('table', {}, [el('thead', {}, [heading]), el('tbody', {}, body)]),
    ]),
    el('p', { class: 'note' }, [note]),
  ]);
}
