import type { Geometry, Position } from 'geojson';
import { type ReactNode, memo, useEffect, useState } from 'react';
import type { BoundingBox } from '../../domain/lng-lat';
import type { Problem } from '../../domain/problem';
import { editFault } from '../../geo/edit-check';
import { samePlace } from '../../geo/edit-paths';
import { type Vertex, moveVertex } from '../../geo/edit-vertices';
import { formatInteger } from '../../ui/format';
import { ProblemList } from '../../ui/problem-list';
import type { AdjustPanelProps } from './adjust-panel-props';
import { positionText, typedFault } from './adjust-words';
import styles from './alignments.module.css';
import { parseCoordinates } from './parse-coordinates';
import { ROWS_A_PAGE, type VertexRow, pageOf } from './vertex-pages';

interface RowProps {
  readonly row: VertexRow;
  readonly isSelected: boolean;
  readonly onSelect: (position: Position) => void;
  readonly onTyped: (row: VertexRow, text: string) => void;
}

const VertexField = memo(function VertexField(props: RowProps): ReactNode {
  const { row, isSelected } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const text = positionText(row.position);
  const finish = (): void => {
    setDraft(null);
    if (draft !== null && draft.trim() !== text) props.onTyped(row, draft);
  };
  return (
    <li className={styles.vertex} data-selected={isSelected}>
      <span>{row.name}</span>
      <input
        aria-label={`${row.name}：经度, 纬度`}
        value={draft ?? text}
        onFocus={() => props.onSelect(row.position)}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
    </li>
  );
});

/** The new geometry and where the vertex now lies, or what is wrong with what was typed. */
function typedMove(
  geometry: Geometry,
  row: VertexRow,
  text: string,
  bbox: BoundingBox,
):
  | {
      readonly geometry: Geometry;
      readonly vertex: Position;
      readonly notes: readonly Problem[];
    }
  | readonly Problem[] {
  const read = parseCoordinates(text, { mode: 'point', bbox, swapAxes: false });
  if (!read.ok) return read.problems;
  if (read.value.type !== 'Point') return [];
  const vertex = read.value.coordinates;
  const moved = moveVertex(geometry, row.position, vertex);
  const fault = editFault(geometry, moved);
  return fault ? [typedFault(fault)] : { geometry: moved, vertex, notes: read.notes };
}

function Pages(props: {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}): ReactNode {
  const { page, pages, total } = props;
  const first = page * ROWS_A_PAGE + 1;
  const last = Math.min(total, (page + 1) * ROWS_A_PAGE);
  return (
    <p className={styles.pages}>
      <button type="button" disabled={page === 0} onClick={() => props.onPage(page - 1)}>
        上一页
      </button>
      第 {formatInteger(first)}–{formatInteger(last)} 个，共 {formatInteger(total)} 个
      <button type="button" disabled={page + 1 >= pages} onClick={() => props.onPage(page + 1)}>
        下一页
      </button>
    </p>
  );
}

/** Every vertex with its coordinates, to be read and typed. */
export function VertexList(
  props: Pick<AdjustPanelProps, 'geometry' | 'bbox' | 'onSelect' | 'onTyped'> & {
    readonly vertices: readonly Vertex[];
    /** Its row, from 0; -1 for none. */
    readonly selectedRow: number;
  },
): ReactNode {
  const { geometry, vertices, selectedRow, bbox, onSelect } = props;
  const [wanted, setWanted] = useState(0);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  useEffect(() => {
    if (selectedRow >= 0) setWanted(Math.floor(selectedRow / ROWS_A_PAGE));
  }, [selectedRow]);
  const shown = pageOf(geometry, vertices, wanted);

  const typed = (row: VertexRow, text: string): void => {
    const move = typedMove(geometry, row, text, bbox);
    if (!('geometry' in move)) return setProblems(move);
    setProblems(move.notes);
    if (!samePlace(move.vertex, row.position)) props.onTyped(move.geometry, move.vertex);
  };
  return (
    <div>
      <h3 className={styles.listHead}>节点坐标</h3>
      <p className={styles.hint}>经度在前，十进制度，WGS84 或 CGCS2000；改后按 Enter。</p>
      <ProblemList problems={problems} announce />
      <ol className={styles.vertices} aria-label="节点坐标">
        {shown.rows.map((row, at) => (
          <VertexField
            key={shown.page * ROWS_A_PAGE + at}
            row={row}
            isSelected={shown.page * ROWS_A_PAGE + at === selectedRow}
            onSelect={onSelect}
            onTyped={typed}
          />
        ))}
      </ol>
      {shown.pages > 1 && (
        <Pages page={shown.page} pages={shown.pages} total={vertices.length} onPage={setWanted} />
      )}
    </div>
  );
}
