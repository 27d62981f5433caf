import { useState, type ReactNode } from 'react';
import { PROJECT_KIND_WORDS } from '../../domain/wording';
import { Section } from '../../ui/section';
import {
  groupChoice,
  groupProjects,
  kindsWithoutPlaces,
  scopeOnlyCount,
  toggleChosen,
  toggleGroup,
  type ProjectGroup,
} from './object-list';
import type { ObjectsPanelProps } from './objects-panel-props';
import { ProjectRow } from './project-row';
import styles from './objects-panel.module.css';

function ChooseGroup({
  group,
  chosenIds,
  onChoose,
}: { readonly group: ProjectGroup } & Pick<
  ObjectsPanelProps,
  'chosenIds' | 'onChoose'
>): ReactNode {
  const choice = groupChoice(group.projects, chosenIds);
  if (choice === 'impossible') return null;
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={`${choice === 'all' ? '取消全选' : '全选'}${group.title}`}
      title="把本类有位置的项目全部纳入覆盖分析"
      onClick={() => onChoose(toggleGroup(group.projects, chosenIds))}
    >
      {choice === 'all' ? '取消全选' : '全选本类'}
    </button>
  );
}

function GroupNote({ group }: { readonly group: ProjectGroup }): ReactNode {
  const scopeOnly = scopeOnlyCount(group.projects);
  if (scopeOnly === 0) return null;
  const nowhere = kindsWithoutPlaces(group.projects).map((kind) => PROJECT_KIND_WORDS[kind]);
  return (
    <p className={styles.text}>
      {nowhere.length > 0 && `规划里的${nowhere.join('、')}项目只有县级范围。`}
      仅有范围 {scopeOnly} 项：未公布线位，可标绘或导入。
    </p>
  );
}

/** The given projects by group. */
export function ProjectSections(props: ObjectsPanelProps): ReactNode {
  const { projects, chosenIds, onChoose, selected } = props;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const countyName = new Map(props.counties.map((county) => [county.code, county.name]));
  const fold = (key: string, open: boolean): void => {
    const next = new Set(closed);
    if (open) next.delete(key);
    else next.add(key);
    setClosed(next);
  };
  return groupProjects(projects).map((group) => (
    <Section
      key={group.key}
      title={group.title}
      count={`${group.projects.length}`}
      open={!closed.has(group.key)}
      onOpen={(open) => fold(group.key, open)}
      actions={<ChooseGroup group={group} chosenIds={chosenIds} onChoose={onChoose} />}
    >
      <GroupNote group={group} />
      <ul className={styles.list}>
        {group.projects.map((project) => {
          const pick = { kind: 'project', id: project.id } as const;
          return (
            <ProjectRow
              key={project.id}
              project={project}
              countyNames={project.countyCodes.map((code) => countyName.get(code) ?? code)}
              chosen={chosenIds.includes(project.id)}
              selected={selected?.kind === 'project' && selected.id === project.id}
              onChoose={() => onChoose(toggleChosen(chosenIds, project.id))}
              onSelect={() => props.onSelect(pick)}
              onZoomTo={() => props.onZoomTo(pick)}
              onDraw={() => props.onDrawAlignment(project.id)}
              onImport={() => props.onImportAlignment(project.id)}
              onAdjust={() => props.onAdjust(project.id)}
            />
          );
        })}
      </ul>
    </Section>
  ));
}
