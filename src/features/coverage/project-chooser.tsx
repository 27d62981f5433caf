import { Input } from 'antd';
import { Lasso, List, MousePointerClick, Move, Shapes, X } from 'lucide-react';
import { memo, useState, type CSSProperties, type ReactNode } from 'react';
import type { Project, ProjectKind } from '../../domain/project';
import { ALIGNMENT_WORDS, PROJECT_KIND_WORDS } from '../../domain/wording';
import { mapPalette } from '../../map/style/palette';
import { formatDistance, formatInteger } from '../../ui/format';
import { IconButton } from '../../ui/icon-button';
import { projectGroups, toggledIds } from './coverage-view';
import type { CoveragePanelProps } from './coverage-panel-props';
import styles from './coverage-panel.module.css';

/** The map's own colours, so that a chip and its line match. */
const KIND_COLOURS = mapPalette('standard').project;

interface KindStyle extends CSSProperties {
  readonly '--kind': string;
}

function kindStyle(kind: ProjectKind): KindStyle {
  return { '--kind': KIND_COLOURS[kind] };
}

/** 示意线位 ±1.5 公里; scope-only has no accuracy to say. */
function AlignmentBadge({ project }: { readonly project: Project }): ReactNode {
  const metres = project.alignmentAccuracyMetres;
  return (
    <span className={styles.badge}>
      {ALIGNMENT_WORDS[project.alignment]}
      {metres !== null && ` ±${formatDistance(metres)}`}
    </span>
  );
}

function ProjectList(props: {
  readonly projects: readonly Project[];
  readonly chosenIds: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}): ReactNode {
  const [text, setText] = useState('');
  const groups = projectGroups(props.projects, text);
  return (
    <div>
      <Input
        size="small"
        allowClear
        aria-label="按名称查找项目"
        placeholder="项目名称"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.list}>
        {groups.map((group) => (
          <fieldset key={group.kind} className={styles.group}>
            <legend>
              {PROJECT_KIND_WORDS[group.kind]} {formatInteger(group.projects.length)}
            </legend>
            {group.projects.map((project) => (
              <label key={project.id} className={styles.option}>
                <input
                  type="checkbox"
                  checked={props.chosenIds.includes(project.id)}
                  onChange={() => props.onChoose(toggledIds(props.chosenIds, project.id))}
                />
                <span className={styles.optionName} style={kindStyle(project.kind)}>
                  {project.name}
                </span>
                <AlignmentBadge project={project} />
              </label>
            ))}
          </fieldset>
        ))}
        {groups.length === 0 && <p className={styles.note}>没有名称含“{text}”的项目。</p>}
      </div>
    </div>
  );
}

/** Adds every project of a kind that can be measured; taken away again one by one. */
function KindChoice(props: {
  readonly projects: readonly Project[];
  readonly chosenIds: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}): ReactNode {
  return (
    <div role="group" aria-label="按类型选" className={styles.wrap}>
      {projectGroups(props.projects).map((group) => {
        const ids = group.projects.filter((p) => p.geometry !== null).map((p) => p.id);
        return (
          <button
            key={group.kind}
            type="button"
            className={styles.choice}
            disabled={ids.length === 0}
            title={
              ids.length === 0
                ? '这类项目都没有公布线位或地点，不能计算距离'
                : `加入全部可计算的${PROJECT_KIND_WORDS[group.kind]}项目`
            }
            onClick={() => props.onChoose([...new Set([...props.chosenIds, ...ids])])}
          >
            {PROJECT_KIND_WORDS[group.kind]} {formatInteger(ids.length)}/
            {formatInteger(group.projects.length)}
          </button>
        );
      })}
    </div>
  );
}

type ChipActions = Pick<
  CoveragePanelProps,
  'chosenIds' | 'onChoose' | 'onSelectProject' | 'onAdjustProject'
>;

/** A component of its own, so that moving one project draws one chip anew. */
const Chip = memo(function Chip(props: ChipActions & { readonly project: Project }): ReactNode {
  const { project, chosenIds, onChoose, onSelectProject, onAdjustProject } = props;
  return (
    <li className={styles.chip} style={kindStyle(project.kind)}>
      <button
        type="button"
        className={styles.chipName}
        title={`${PROJECT_KIND_WORDS[project.kind]}：在图上定位`}
        onClick={() => onSelectProject(project.id)}
      >
        {project.name}
      </button>
      <AlignmentBadge project={project} />
      {project.geometry && (
        <IconButton
          icon={Move}
          size={12}
          title={`调整${project.name}的位置`}
          onClick={() => onAdjustProject(project.id)}
        />
      )}
      <IconButton
        icon={X}
        size={12}
        title={`移除${project.name}`}
        onClick={() => onChoose(toggledIds(chosenIds, project.id))}
      />
    </li>
  );
});

function Chips(props: ChipActions & { readonly chosen: readonly Project[] }): ReactNode {
  const { chosen, chosenIds, onChoose, onSelectProject, onAdjustProject } = props;
  return (
    <ul className={styles.chips} aria-label="已选项目">
      {chosen.map((project) => (
        <Chip
          key={project.id}
          project={project}
          chosenIds={chosenIds}
          onChoose={onChoose}
          onSelectProject={onSelectProject}
          onAdjustProject={onAdjustProject}
        />
      ))}
    </ul>
  );
}

type Opened = 'list' | 'kind' | null;

export function ProjectChooser(
  props: ChipActions &
    Pick<CoveragePanelProps, 'picking' | 'onPick'> & {
      readonly projects: readonly Project[];
      readonly chosen: readonly Project[];
    },
): ReactNode {
  const [opened, setOpened] = useState<Opened>(null);
  const { projects, picking, onPick, chosenIds, onChoose } = props;
  const toggle = (which: Opened): void => setOpened(opened === which ? null : which);
  return (
    <div className={styles.part} style={{ borderTop: 0, paddingTop: 0 }}>
      <h3 className={styles.heading}>项目</h3>
      {props.chosen.length > 0 && (
        <Chips
          chosen={props.chosen}
          chosenIds={chosenIds}
          onChoose={onChoose}
          onSelectProject={props.onSelectProject}
          onAdjustProject={props.onAdjustProject}
        />
      )}
      <div role="group" aria-label="选择项目的方式" className={styles.wrap}>
        <IconButton
          icon={List}
          text="列表"
          title="从列表选项目"
          expanded={opened === 'list'}
          onClick={() => toggle('list')}
        />
        <IconButton
          icon={MousePointerClick}
          text="地图点选"
          title="在地图上逐个点选项目，再按一次结束"
          pressed={picking === 'click'}
          onClick={() => onPick(picking === 'click' ? null : 'click')}
        />
        <IconButton
          icon={Lasso}
          text="套索"
          title="在地图上圈选项目，再按一次结束"
          pressed={picking === 'lasso'}
          onClick={() => onPick(picking === 'lasso' ? null : 'lasso')}
        />
        <IconButton
          icon={Shapes}
          text="类型"
          title="按类型一次加入"
          expanded={opened === 'kind'}
          onClick={() => toggle('kind')}
        />
      </div>
      {opened === 'list' && (
        <ProjectList projects={projects} chosenIds={chosenIds} onChoose={onChoose} />
      )}
      {opened === 'kind' && (
        <KindChoice projects={projects} chosenIds={chosenIds} onChoose={onChoose} />
      )}
    </div>
  );
}
