import { LocateFixed } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AlignmentMethod, Project } from '../../domain/project';
import { projectSwatch } from '../../map/legend';
import { IconButton } from '../../ui/icon-button';
import { Swatch } from '../../ui/swatch';
import { AlignmentBadge } from './alignment-badge';
import { isMeasurable } from './object-list';
import styles from './objects-panel.module.css';

export interface ProjectRowProps {
  readonly project: Project;
  /** Names of the counties that the plan gives for it; empty when it gives none. */
  readonly countyNames: readonly string[];
  readonly chosen: boolean;
  readonly selected: boolean;
  readonly onChoose: () => void;
  readonly onSelect: () => void;
  readonly onZoomTo: () => void;
  readonly onDraw: () => void;
  readonly onImport: () => void;
  readonly onAdjust: () => void;
}

const FORMS = {
  surveyed: 'line',
  digitised: 'line',
  user: 'line',
  schematic: 'schematic',
  places: 'point',
  'scope-only': 'scope',
} as const satisfies Record<AlignmentMethod, string>;

export function ProjectRow(props: ProjectRowProps): ReactNode {
  const { project, selected, countyNames } = props;
  const measurable = isMeasurable(project);
  return (
    <li className={styles.row} data-selected={selected}>
      <input
        type="checkbox"
        checked={props.chosen}
        disabled={!measurable}
        aria-label={`把${project.name}纳入覆盖分析`}
        title={measurable ? '纳入覆盖分析' : '没有公布位置，不能计算距离：先标绘或导入线位'}
        onChange={props.onChoose}
      />
      <Swatch spec={projectSwatch('standard', project.kind, FORMS[project.alignment])} />
      <button
        type="button"
        className={styles.name}
        aria-pressed={selected}
        title={project.scopeNote === '' ? project.name : project.scopeNote}
        onClick={props.onSelect}
        onDoubleClick={props.onZoomTo}
      >
        {project.name}
      </button>
      <IconButton
        icon={LocateFixed}
        title={`定位到${project.name}`}
        size={14}
        onClick={props.onZoomTo}
      />
      <div className={styles.second}>
        <AlignmentBadge
          method={project.alignment}
          accuracyMetres={project.alignmentAccuracyMetres}
        />
        {countyNames.length > 0 && (
          <span title={countyNames.join('、')}>{countyNames.length} 县</span>
        )}
        {measurable && (
          <button
            type="button"
            className={styles.link}
            aria-label={`调整${project.name}的位置`}
            title="在图上拖动节点或整体移动（M）"
            onClick={props.onAdjust}
          >
            调整位置
          </button>
        )}
        {measurable && project.alignment !== 'surveyed' && (
          <button
            type="button"
            className={styles.link}
            aria-label={`改${project.name}的线位`}
            onClick={props.onDraw}
          >
            改线位
          </button>
        )}
        {!measurable && (
          <>
            <button
              type="button"
              className={styles.link}
              aria-label={`标绘${project.name}的线位`}
              onClick={props.onDraw}
            >
              标绘
            </button>
            <button
              type="button"
              className={styles.link}
              aria-label={`导入${project.name}的线位`}
              onClick={props.onImport}
            >
              导入
            </button>
          </>
        )}
      </div>
    </li>
  );
}
