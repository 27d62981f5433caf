import { Input, Select } from 'antd';
import { Search } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ProjectKind } from '../../domain/project';
import { PROJECT_KIND_WORDS } from '../../domain/wording';
import { EmptyState } from '../../ui/empty-state';
import { Section } from '../../ui/section';
import { BeltList } from './belt-section';
import { matches, NO_FILTER, scopeOnlyCount } from './object-list';
import type { ObjectsPanelProps } from './objects-panel-props';
import { ProjectSections } from './project-sections';
import { RelocationList } from './relocation-list';
import styles from './objects-panel.module.css';

const KIND_OPTIONS: { value: ProjectKind | ''; label: string }[] = [
  { value: '', label: '全部类型' },
  ...(Object.entries(PROJECT_KIND_WORDS) as [ProjectKind, string][]).map(([value, label]) => ({
    value,
    label,
  })),
];

function BeltActions({
  belts,
  beltsWord,
  shownBeltIds,
  onShowBelts,
}: Pick<ObjectsPanelProps, 'belts' | 'beltsWord' | 'shownBeltIds' | 'onShowBelts'>): ReactNode {
  const all = belts.every((belt) => shownBeltIds.has(belt.id));
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={`${beltsWord}${all ? '全部隐藏' : '全部显示'}`}
      onClick={() => onShowBelts(all ? [] : belts.map((belt) => belt.id))}
    >
      {all ? '全部隐藏' : '全部显示'}
    </button>
  );
}

/** 对象: projects, belts and the relocation programme of the plan, to look at and to analyse. */
export function ObjectsPanel(props: ObjectsPanelProps): ReactNode {
  const { projects, chosenIds } = props;
  const [filter, setFilter] = useState(NO_FILTER);
  const [beltsOpen, setBeltsOpen] = useState(true);
  const [relocationOpen, setRelocationOpen] = useState(true);
  const shown = projects.filter((project) => matches(project, filter));
  const filtered = shown.length < projects.length;
  return (
    <div className={styles.root}>
      <div className={styles.filter}>
        <Input
          size="small"
          allowClear
          prefix={<Search size={14} aria-hidden />}
          aria-label="按名称筛选项目"
          placeholder="项目名称"
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.target.value })}
        />
        <Select<ProjectKind | ''>
          size="small"
          className={styles.kind ?? ''}
          aria-label="按类型筛选项目"
          value={filter.kind ?? ''}
          onChange={(kind) => setFilter({ ...filter, kind: kind === '' ? null : kind })}
          options={KIND_OPTIONS}
        />
      </div>
      <p className={styles.summary} role="status">
        项目 {filtered ? `${shown.length} / ${projects.length}` : projects.length} 项，其中仅有范围{' '}
        {scopeOnlyCount(shown)} 项；已选 {chosenIds.length} 项
        {chosenIds.length > 0 && (
          <button type="button" className={styles.link} onClick={() => props.onChoose([])}>
            全部取消
          </button>
        )}
      </p>
      {shown.length === 0 ? (
        <EmptyState title="没有符合的项目" hint="换个名称，或把类型改回“全部类型”。">
          <button type="button" className={styles.link} onClick={() => setFilter(NO_FILTER)}>
            清除筛选
          </button>
        </EmptyState>
      ) : (
        <ProjectSections {...props} projects={shown} />
      )}
      {props.belts.length > 0 && (
        <Section
          title={props.beltsWord}
          count={`${props.belts.length}`}
          open={beltsOpen}
          onOpen={setBeltsOpen}
          actions={<BeltActions {...props} />}
        >
          <BeltList {...props} />
        </Section>
      )}
      {props.relocations.length > 0 && (
        <Section
          title="易地搬迁"
          count={`${props.relocations.length}`}
          open={relocationOpen}
          onOpen={setRelocationOpen}
        >
          <RelocationList {...props} />
        </Section>
      )}
    </div>
  );
}
