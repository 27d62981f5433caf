// What stands beside the map: caption, headline numbers with range, legends, parameters; and the scene's tables below.
import type { HandoutScene } from '../handout-model';
import type { ReportLegend, ReportSwatch, ReportTable } from '../report-model';
import { cellText } from '../report-text';
import { el, richText, svg } from './dom';

/** A sample of how something is drawn, 22 × 14. */
function swatchParts(swatch: ReportSwatch): readonly SVGElement[] {
  const box = { x: 1, y: 1, width: 20, height: 12 };
  switch (swatch.kind) {
    case 'fill':
      return [
        svg('rect', {
          ...box,
          fill: swatch.color,
          'fill-opacity': swatch.opacity ?? 1,
          stroke: swatch.outline ?? '#6B7A89',
        }),
      ];
    case 'hatch':
      return [
        svg('rect', { ...box, fill: swatch.background ?? 'none', stroke: swatch.color }),
        svg('path', { d: 'M3 13L15 1M9 13L21 1M1 9L9 1', stroke: swatch.color }),
      ];
    case 'line':
      return [
        svg('path', {
          d: 'M1 7H21',
          stroke: swatch.color,
          'stroke-width': swatch.width,
          ...(swatch.dash
            ? { 'stroke-dasharray': swatch.dash.map((each) => each * swatch.width).join(' ') }
            : {}),
        }),
      ];
    case 'point':
      return [
        svg('circle', {
          cx: 11,
          cy: 7,
          r: Math.min(swatch.radius, 6),
          fill: swatch.fill,
          stroke: swatch.stroke,
          'stroke-width': swatch.strokeWidth,
        }),
      ];
    case 'symbol': {
      const { color, variant } = swatch;
      if (variant === 'dot') return [svg('circle', { cx: 11, cy: 7, r: 2, fill: color })];
      const ring = svg('circle', {
        cx: 11,
        cy: 7,
        r: 4.5,
        fill: 'none',
        stroke: color,
        'stroke-width': 1.6,
      });
      if (variant === 'hollow-dashed') return [ring];
      return [
        ring,
        svg('circle', { cx: 11, cy: 7, r: variant === 'solid' ? 4.5 : 2, fill: color }),
      ];
    }
    default:
      return [svg('rect', { ...box, fill: swatch.color })];
  }
}

function legendBlock({ title, items, notes }: ReportLegend): HTMLElement {
  return el('section', { class: 'legend' }, [
    el('h3', {}, [title]),
    el(
      'ul',
      {},
      items.map(({ swatch, label, count }) =>
        el('li', {}, [
          svg('svg', { width: 22, height: 14, 'aria-hidden': 'true' }, swatchParts(swatch)),
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
